package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.Author;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.Reading.Beat;
import vn.quantriet.study.Reading.Standing;

/** What becomes of what people did when a text is published anew. */
@PortalTest
class ChangedClauseTest {
    private static final ResolutionId TEXT = new ResolutionId("72-nq-tw");
    private static final Author EDITOR = new Author("Lê Thị Mai", "mai@example.vn");

    @Autowired
    Reading reading;

    @Autowired
    Library library;

    @Autowired
    TextPublishing publishing;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    MemberId reader = new MemberId(1);
    String window = UUID.randomUUID().toString();
    Map<String, String> original = Map.of();

    @BeforeEach
    void someoneWhoHasReadTwoClauses() {
        original = publishing.edition(TEXT).orElseThrow().files();
        reader = people.newcomer();
        read(first());
        read(second());
    }

    /** Other tests read this text, too. */
    @AfterEach
    void publishTheOriginalAgain() {
        publish(original, Set.of());
    }

    private Resolution text() {
        return library.resolution(TEXT).orElseThrow();
    }

    private Clause first() {
        return text().readableClauses().getFirst();
    }

    private Clause second() {
        return text().readableClauses().get(1);
    }

    private Standing read(Clause clause) {
        beat(clause);
        for (var left = Pace.needed(clause); left.isPositive(); left = left.minusSeconds(10)) {
            clock.advance(Duration.ofSeconds(10));
            beat(clause);
        }
        return beat(clause);
    }

    private Standing beat(Clause clause) {
        var beat = new Beat(window, List.of(clause.id()), Optional.of(clause.id()), true);
        return people.as(reader, () -> reading.beat(TEXT, beat));
    }

    private Map<ClauseId, Double> shares() {
        return people.as(reader, () -> reading.shares(text()));
    }

    private void publish(Map<String, String> files, Set<ClauseId> editorial) {
        var base = publishing.edition(TEXT).map(TextPublishing.Edition::version);
        publishing.publish(new Order(TEXT, files, editorial, Map.of(), EDITOR, base, "Revise"));
    }

    private void addASentenceTo(Clause clause, Set<ClauseId> editorial) {
        var heading = clause.number() + " " + clause.title() + "\n";
        Map<String, String> files =
                new HashMap<>(publishing.edition(TEXT).orElseThrow().files());
        files.compute("resolution.md", (name, source) -> {
            assertThat(source).contains(heading);
            return String.valueOf(source).replace(heading, heading + "\nMột câu nữa được thêm vào đây.\n");
        });
        publish(files, editorial);
    }

    private List<String> hashesInTheLedger(Clause clause) {
        return jdbc.sql("select text_hash from ledger_entry where member_id = ? and clause_id = ? order by seq")
                .params(reader.value(), clause.id().value())
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    @Test
    void materialChangeMakesExactlyThatClauseUnread() {
        var before = second();
        assertThat(shares()).containsEntry(first().id(), 1.0).containsEntry(before.id(), 1.0);

        addASentenceTo(before, Set.of());

        assertThat(second().id()).isEqualTo(before.id());
        assertThat(shares()).containsEntry(first().id(), 1.0).containsEntry(before.id(), 0.0);
        assertThat(beat(first()).read()).isEqualTo(1);
        assertThat(read(second()).read()).isEqualTo(2);
        assertThat(hashesInTheLedger(before)).containsExactly(before.hash(), second().hash());
    }

    @Test
    void editorialChangeChangesNothing() {
        var before = second();

        addASentenceTo(before, Set.of(before.id()));

        assertThat(second().hash()).isNotEqualTo(before.hash());
        assertThat(shares()).containsEntry(first().id(), 1.0).containsEntry(before.id(), 1.0);
        assertThat(beat(second()).read()).isEqualTo(2);
        assertThat(hashesInTheLedger(before)).containsExactly(before.hash());
    }

    @Test
    void movedClauseStaysRead() {
        var before = first();
        var source = Objects.requireNonNull(original.get("resolution.md"));
        int start = source.indexOf("## I. ");
        Map<String, String> files = new HashMap<>(original);
        files.put("resolution.md", source.substring(0, start) + renumbered(source.substring(start)));

        publish(files, Set.of());

        assertThat(text().clause(before.id()).orElseThrow().label()).isNotEqualTo(before.label());
        assertThat(shares()).containsEntry(before.id(), 1.0);
    }

    /** With a new part in front, so that every part has another number. */
    private static String renumbered(String body) {
        var numbers = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");
        var parts = body.split("(?m)^## [IVX]+\\. ");
        var out = new StringBuilder("## I. Lời mở đầu\n\nPhần này được thêm vào trước mọi phần khác của văn bản.\n\n");
        for (int i = 1; i < parts.length; i++) {
            out.append("## ").append(numbers.get(i)).append(". ").append(parts[i]);
        }
        return out.toString();
    }
}
