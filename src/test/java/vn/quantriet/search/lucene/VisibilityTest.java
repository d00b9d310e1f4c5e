package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;

public class VisibilityTest {
    private static final String QUERY = "bến đò vĩnh tuy";

    @TempDir
    Path data;

    private SearchFixture portal;

    /** The index that is asked. */
    protected SearchFixture started(Path folder) throws IOException {
        return SearchFixture.started(folder);
    }

    @BeforeEach
    void start() throws IOException {
        portal = started(data);
        put("local-note/4", new Audience.UnitAndBelow(4));
        put("local-note/17", new Audience.UnitAndBelow(17));
        put("local-note/18", new Audience.UnitAndBelow(18));
        put("my-note/1", new Audience.OnlyMember(1));
        put("my-note/2", new Audience.OnlyMember(2));
    }

    @AfterEach
    void stop() throws IOException {
        portal.close();
    }

    private void put(String key, Audience audience) {
        portal.passages.put(SearchFixture.note(key, "Bến đò Vĩnh Tuy", audience));
    }

    @Test
    void memberFindsOwnNotesAndThoseOfTheirUnitAndItsSuperiors() {
        portal.member.as(1, "/1/4/17/");
        assertThat(portal.keys(QUERY)).containsExactlyInAnyOrder("local-note/4", "local-note/17", "my-note/1");
    }

    @Test
    void memberOfASisterUnitFindsNeitherTheOtherUnitsNorAnyonesPrivateNotes() {
        portal.member.as(3, "/1/4/18/");
        assertThat(portal.keys(QUERY)).containsExactlyInAnyOrder("local-note/4", "local-note/18");
    }

    @Test
    void unitAboveDoesNotFindTheNotesOfUnitsBelow() {
        portal.member.as(2, "/1/");
        assertThat(portal.keys(QUERY)).containsExactly("my-note/2");
    }

    @Test
    void unitWhoseNumberBeginsAlikeIsAnotherUnit() {
        portal.member.as(3, "/1/41/");
        assertThat(portal.keys(QUERY)).isEmpty();
    }

    @Test
    void countsTellNothingOfWhatIsHidden() {
        portal.member.as(3, "/1/41/");
        var found = portal.find(QUERY);
        assertThat(found.total()).isZero();
        assertThat(found.counts()).isEmpty();
    }

    @Test
    void wordsOfPrivateNotesDoNotShowInWhatAQueryIsReadAs() throws IOException {
        portal.notes.add(SearchFixture.note("my-note/9", "kẹo xìu ngọt lịm", new Audience.OnlyMember(9)));
        portal.compareAll();
        portal.care.tend();
        assertThat(portal.find("keo xiu ngot lim").readAs()).isEmpty();
    }

    @Test
    void whatIsReadBackIsWhatWasPut() {
        portal.member.as(2, "/1/");
        List<Passage> found =
                portal.find(QUERY).hits().stream().map(h -> h.passage()).toList();
        assertThat(found)
                .containsExactly(SearchFixture.note("my-note/2", "Bến đò Vĩnh Tuy", new Audience.OnlyMember(2)));
    }
}
