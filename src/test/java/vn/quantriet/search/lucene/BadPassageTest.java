package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.IndexReport.Reason;
import vn.quantriet.search.IndexReport.Skipped;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;

class BadPassageTest {
    private static final ResolutionId TEXT = new ResolutionId("18-nq-tw");
    private static final Passage NOTE = SearchFixture.note("local-note/1", "Bến đò Vĩnh Tuy", new Audience.Everyone());
    /** Longer than a term may be. */
    private static final String ENDLESS = "k".repeat(40_000);

    private static final String SHOWN = "k".repeat(200) + "…";

    @TempDir
    Path data;

    private SearchFixture portal;

    @BeforeEach
    void start() throws IOException {
        portal = SearchFixture.started(data);
    }

    @AfterEach
    void stop() throws IOException {
        portal.close();
    }

    @Test
    void textThatCannotBeReadKeepsNoOtherFromBeingFound() throws IOException {
        portal.library.unreadable.add(TEXT);
        portal.care.rebuild();
        portal.work();

        assertThat(portal.search.building()).isFalse();
        assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
        assertThat(portal.keys("người dân")).contains("clause/57-nq-tw/i.1");
        assertThat(skipped()).containsExactly(new Skipped("18-nq-tw", Reason.UNREADABLE, "UncheckedIOException"));
        assertThat(portal.index.isBehind()).isFalse();

        portal.library.unreadable.clear();
        portal.care.mend();
        assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
        assertThat(skipped()).isEmpty();
    }

    @Test
    void newVersionThatCannotBeReadLeavesTheEarlierOneInTheIndex() throws IOException {
        portal.library.put(SampleLibrary.text("18-nq-tw", "18-NQ/TW", "Đổi mới")
                .clause("i", "Quan điểm", "Mở bến cảng Lạch Huyện.")
                .build());
        portal.library.unreadable.add(TEXT);
        portal.care.contentChanged(new ContentChanged(TEXT));
        portal.care.tend();

        assertThat(portal.keys("nghĩa vụ quân sự")).contains("clause/18-nq-tw/i.2");
        assertThat(skipped()).extracting(Skipped::key).containsExactly("18-nq-tw");

        portal.library.remove(TEXT);
        portal.care.mend();
        assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
        assertThat(skipped()).isEmpty();
    }

    @Test
    void badPassageOfATextIsSkippedAndTheOthersAreFound() throws IOException {
        var good = SearchFixture.note("clause/18-nq-tw/i", "Mở bến cảng Lạch Huyện", new Audience.Everyone());
        var second = SearchFixture.note("clause/18-nq-tw/ii", "Cảng cá", new Audience.Everyone());
        replaceText("v2", good, SearchFixture.note(ENDLESS, "Cảng", new Audience.Everyone()), second);

        assertThat(portal.keys("cảng")).containsExactlyInAnyOrder("clause/18-nq-tw/i", "clause/18-nq-tw/ii");
        assertThat(portal.keys("nghĩa vụ quân sự")).isEmpty();
        assertThat(skipped()).containsExactly(new Skipped(SHOWN, Reason.NOT_INDEXABLE, "IllegalArgumentException"));
        assertThat(portal.index.isBehind()).isFalse();

        replaceText("v3", good);
        assertThat(skipped()).isEmpty();
    }

    @Test
    void textWithABadPassageIsTriedAgainWhenItChangesOrThePortalStarts() throws IOException {
        var good = SearchFixture.note("clause/18-nq-tw/i", "Mở bến cảng Lạch Huyện", new Audience.Everyone());
        var tries = new ArrayList<String>();
        replaceText("v2", good, broken("clause/18-nq-tw/ii"));
        assertThat(skipped())
                .containsExactly(new Skipped("clause/18-nq-tw/ii", Reason.NOT_INDEXABLE, "NullPointerException"));

        portal.index.replaceText(TEXT, source("v2", tries, good));
        assertThat(tries).as("the same version, in the same process").isEmpty();
        portal.index.replaceText(TEXT, source("v3", tries, good));
        assertThat(tries).containsExactly("v3");

        replaceText("v4", good, broken("clause/18-nq-tw/ii"));
        portal.close();
        portal = new SearchFixture(data, portal.library);
        portal.index.replaceText(TEXT, source("v4", tries, good));
        assertThat(tries).containsExactly("v3", "v4");
        portal.index.replaceText(TEXT, source("v4", tries, good));
        assertThat(tries).containsExactly("v3", "v4");
    }

    @Test
    void badNoteKeepsNoOtherFromBeingFoundAndItsEarlierWordsAreFoundNoMore() throws IOException {
        portal.notes.addAll(
                List.of(NOTE, SearchFixture.note("local-note/2", "Cầu Long Biên", new Audience.Everyone())));
        portal.care.compareAll();
        portal.notes.set(0, broken("local-note/1"));
        portal.care.compareAll();

        assertThat(portal.keys("long biên")).containsExactly("local-note/2");
        assertThat(portal.keys("vĩnh tuy")).isEmpty();
        assertThat(skipped())
                .containsExactly(new Skipped("local-note/1", Reason.NOT_INDEXABLE, "NullPointerException"));
        assertThat(portal.index.isBehind()).isFalse();

        portal.index.put(NOTE);
        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(skipped()).isEmpty();
    }

    @Test
    void badNoteThatIsWrittenIsSkippedWithoutAnErrorToItsWriter() {
        portal.index.put(NOTE);
        portal.index.put(broken("local-note/1"));
        portal.index.put(SearchFixture.note(ENDLESS, "Vĩnh Tuy", new Audience.Everyone()));

        assertThat(portal.keys("vĩnh tuy")).isEmpty();
        assertThat(skipped()).extracting(Skipped::key).containsExactly("local-note/1", SHOWN);
        assertThat(portal.index.isBehind()).isFalse();

        portal.index.remove("local-note/1");
        assertThat(skipped()).extracting(Skipped::key).containsExactly(SHOWN);
    }

    @Test
    void noteThatItsSourceCannotReadIsListedByTheOneBeforeIt() throws IOException {
        var third = SearchFixture.note("local-note/3", "Cầu Long Biên", new Audience.Everyone());
        portal.source = () -> Stream.of(1, 2, 3).map(n -> switch (n) {
            case 1 -> NOTE;
            case 2 -> throw new IllegalStateException("row 2 is not a note");
            default -> third;
        });
        portal.care.compareAll();

        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(portal.keys("long biên")).containsExactly("local-note/3");
        assertThat(skipped()).singleElement().satisfies(one -> {
            assertThat(one.key()).endsWith(" > local-note/1");
            assertThat(one.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(one.error()).isEqualTo("IllegalStateException");
        });
        assertThat(portal.index.isBehind()).isFalse();

        portal.source = () -> Stream.of(NOTE, third);
        portal.care.compareAll();
        assertThat(skipped()).isEmpty();
    }

    @Test
    void missingNoteAmongOthersIsSkipped() throws IOException {
        portal.notes.addAll(Arrays.asList(null, NOTE));
        portal.care.compareAll();
        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(skipped()).hasSize(1);
    }

    @Test
    void halfACharacterIsReplacedAndTheNoteFound() throws IOException {
        var cut = SearchFixture.note("local-note/1", "Bến đò \uD83D Vĩnh Tuy \uDE00", new Audience.Everyone());
        portal.notes.add(cut);
        portal.care.compareAll();
        assertThat(portal.keys("vĩnh tuy")).containsExactly("local-note/1");
        assertThat(skipped()).isEmpty();

        var again = portal.index.replaceElsewhere();
        again.putAll("notes", portal.notes.iterator(), () -> {});
        again.finish();
        assertThat(again.rewritten()).isZero();
        assertThat(WellFormed.of("a\uD83D\uDE00b")).isEqualTo("a\uD83D\uDE00b");
        assertThat(WellFormed.of("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    void noMoreAreListedThanAnybodyReadsButAllAreCounted() {
        var skipped = new SkippedPassages();
        for (int i = 0; i < 1500; i++) {
            skipped.add(IndexFields.ELSEWHERE, "note/" + i, Reason.NOT_INDEXABLE, new IllegalStateException());
            skipped.add(IndexFields.ELSEWHERE, "note/" + i % 1000, Reason.NOT_INDEXABLE, new IllegalStateException());
        }
        assertThat(skipped.count()).isEqualTo(1500);
        assertThat(skipped.list()).hasSize(1000);
        skipped.removeAll(IndexFields.ELSEWHERE);
        skipped.recount();
        assertThat(skipped.count()).isZero();
    }

    private List<Skipped> skipped() {
        return portal.index.skipped().list();
    }

    /** One whose text makes the analysis throw. */
    @SuppressWarnings("NullAway") // No text does that today; any error will do.
    private static Passage broken(String key) {
        return SearchFixture.note(key, null, new Audience.Everyone());
    }

    private void replaceText(String version, Passage... passages) throws IOException {
        portal.index.replaceText(TEXT, source(version, new ArrayList<>(), passages));
    }

    private static LuceneIndex.TextSource source(String version, List<String> asked, Passage... passages) {
        return new LuceneIndex.TextSource() {
            @Override
            public Optional<String> version() {
                return Optional.of(version);
            }

            @Override
            public Optional<LibraryPassages> passages() {
                asked.add(version);
                return Optional.of(new LibraryPassages(List.of(passages)));
            }
        };
    }
}
