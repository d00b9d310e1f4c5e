package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.Relations.Tie;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.ui.Translations;

class LibraryRelationsTest {
    private static final ResolutionId OLD = new ResolutionId("18-nq-tw");
    private static final ResolutionId NEW = new ResolutionId("57-nq-tw");

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;

    @BeforeEach
    void start() throws Exception {
        fixture = new LibraryFixture(folder);
        library = fixture.open();
    }

    @AfterEach
    void stop() {
        library.destroy();
    }

    @Test
    void textIsInForceUntilTheOneThatReplacesItIs() throws Exception {
        write(OLD, "2017-10-25", "");
        write(NEW, "2024-12-22", "effective: 2025-03-01\n" + relation("replaces", "18-nq-tw", ""));

        assertThat(on("2025-02-28").validity(OLD)).isEqualTo(new Validity.InForce());
        assertThat(on("2025-03-01").validity(OLD))
                .isEqualTo(new Validity.Replaced(library.get(NEW).resolution(), LocalDate.of(2025, 3, 1)));
        assertThat(on("2024-12-22").validity(NEW)).isEqualTo(new Validity.NotYet(LocalDate.of(2025, 3, 1)));
        assertThat(on("2025-03-01").validity(NEW)).isEqualTo(new Validity.InForce());
    }

    @Test
    void dayOfTheRelationGoesBeforeTheDayOfTheText() throws Exception {
        write(OLD, "2017-10-25", "");
        write(NEW, "2024-12-22", relation("replaces", "18-nq-tw", "    since: 2026-01-01\n"));

        assertThat(on("2025-12-31").validity(OLD)).isEqualTo(new Validity.InForce());
        assertThat(on("2026-01-01").validity(OLD)).isInstanceOf(Validity.Replaced.class);
    }

    @Test
    void replacedTextStaysReplacedWhenItsSuccessorEnds() throws Exception {
        write(OLD, "2017-10-25", "");
        write(NEW, "2024-12-22", "expires: 2025-06-01\n" + relation("replaces", "18-nq-tw", ""));

        var later = on("2026-01-01");
        assertThat(later.validity(NEW)).isEqualTo(new Validity.Expired(LocalDate.of(2025, 6, 1)));
        assertThat(later.validity(OLD))
                .isEqualTo(new Validity.Replaced(library.get(NEW).resolution(), LocalDate.of(2024, 12, 22)));
    }

    @Test
    void relationsAreReadBothWaysWithTheirDays() throws Exception {
        write(OLD, "2017-10-25", "");
        write(
                NEW,
                "2024-12-22",
                relation("amends", "18-nq-tw", "    until: 2026-01-01\n")
                        + "  - kind: implements\n    to: 29-nq-tw\n  - kind: related\n    to: 18-nq-tw\n");

        assertThat(said(on("2025-01-01").of(NEW)))
                .containsExactly(
                        "> AMENDS 18-NQ/TW 2024-12-22..2026-01-01",
                        "> IMPLEMENTS 29-nq-tw 2024-12-22..",
                        "> RELATED 18-NQ/TW ..");
        assertThat(said(on("2026-01-01").of(OLD)))
                .containsExactly("< AMENDS 57-NQ/TW 2024-12-22..2026-01-01 (not today)", "< RELATED 57-NQ/TW ..");
        assertThat(on("2025-01-01").of(new ResolutionId("29-nq-tw"))).hasSize(1);
    }

    @Test
    void kinshipDeclaredByBothIsOneTie() throws Exception {
        write(OLD, "2017-10-25", relation("related", "57-nq-tw", ""));
        write(NEW, "2024-12-22", relation("related", "18-nq-tw", ""));

        assertThat(said(on("2025-01-01").of(OLD))).containsExactly("> RELATED 57-NQ/TW ..");
        assertThat(said(on("2025-01-01").of(NEW))).containsExactly("> RELATED 18-NQ/TW ..");
    }

    @Test
    void textsThatReplaceEachOtherInACircleAreReportedAndStayInForce() throws Exception {
        var third = new ResolutionId("19-nq-tw");
        write(OLD, "2017-10-25", relation("replaces", "57-nq-tw", ""));
        write(NEW, "2024-12-22", relation("replaces", "19-nq-tw", ""));
        write(third, "2017-10-25", relation("replaces", "18-nq-tw", ""));

        assertThat(LibraryFixture.codes(library))
                .containsExactly(
                        "18-nq-tw/resolution.md:13:1 relation-circle",
                        "19-nq-tw/resolution.md:13:1 relation-circle",
                        "57-nq-tw/resolution.md:13:1 relation-circle");
        for (var id : List.of(OLD, NEW, third)) {
            assertThat(on("2026-01-01").validity(id)).isEqualTo(new Validity.InForce());
        }
    }

    @Test
    void replacedTextSaysSoOnItsReadingPageAndInOtherWordsTheNextDay() throws Exception {
        write(OLD, "2017-10-25", "");
        write(NEW, "2024-12-22", relation("replaces", "18-nq-tw", "    since: 2026-01-01\n"));

        assertThat(fragment("2025-12-31", OLD))
                .contains("<span>Được thay thế bởi</span> <a href=\"/van-ban/57-nq-tw\">57-NQ/TW</a>")
                .contains("<a href=\"/van-ban/18-nq-tw/quan-he\">Xem sơ đồ quan hệ</a>")
                .doesNotContain("hết hiệu lực");
        assertThat(fragment("2026-01-01", OLD))
                .contains("<span class=\"chip late\">Hết hiệu lực</span>")
                .contains("<p class=\"not-in-force\" role=\"note\"><strong>Văn bản này hết hiệu lực từ ngày 01/01/2026."
                        + "</strong> <a href=\"/van-ban/57-nq-tw\">Được thay thế bởi 57-NQ/TW, Đột phá.</a></p>");
    }

    @Test
    void keyPointOfALaterTextIsCheckedAgainstTheClauseItChanges() throws Exception {
        write(OLD, "2017-10-25", "");
        write(NEW, "2024-12-22", relation("amends", "18-nq-tw", ""));
        var points = fixture.file("key-points.md");
        Files.writeString(points, "## Điểm\n\nChữ. [I](clause:i)\n\nThay đổi: [mục I](clause:18-nq-tw#i)\n");
        library.refresh(List.of("57-nq-tw"));

        assertThat(LibraryFixture.codes(library)).isEmpty();
        assertThat(library.get(NEW).keyPoints().getFirst().changes())
                .extracting(ref -> ref.resolution() + "#" + ref.clause())
                .containsExactly("18-nq-tw#i");

        Files.writeString(points, "## Điểm\n\nChữ. [I](clause:i)\n\nThay đổi: [mục V](clause:18-nq-tw#v)\n");
        library.refresh(List.of("57-nq-tw"));
        assertThat(LibraryFixture.codes(library))
                .containsExactly("57-nq-tw/key-points.md:5:19 clause-missing-elsewhere");

        Files.writeString(points, "## Điểm\n\nChữ. [I](clause:i)\n\nThay đổi: [mục I](clause:19-nq-tw#i)\n");
        library.refresh(List.of("57-nq-tw"));
        assertThat(LibraryFixture.codes(library)).containsExactly("57-nq-tw/key-points.md:5:11 key-point-unrelated");
    }

    private void write(ResolutionId id, String issued, String more) throws Exception {
        var number = id.value().replace("-nq-tw", "-NQ/TW");
        var text = LibraryFixture.text(number, "Người dân là trung tâm.")
                .replace("issued: 2024-12-22", "issued: " + issued)
                .replace("source: Công bố\n", "source: Công bố\n" + more);
        Files.createDirectories(fixture.library.resolve(id.value()));
        Files.writeString(fixture.library.resolve(id.value()).resolve("resolution.md"), text);
        library.refresh(List.of(id.value()));
    }

    private static String relation(String kind, String to, String more) {
        return "relations:\n  - kind: " + kind + "\n    to: " + to + "\n" + more;
    }

    private LibraryRelations on(String day) {
        var noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new LibraryRelations(library, Clock.fixed(noon, ZoneOffset.UTC));
    }

    private String fragment(String day, ResolutionId id) {
        var relations = on(day);
        var texts = new Translations();
        return new RenderedFragments(library, texts, relations, new ValidityLabel(relations, texts))
                .of(id, Translations.VIETNAMESE)
                .html();
    }

    private static List<String> said(List<Tie> ties) {
        return ties.stream()
                .map(tie -> (tie.outgoing() ? "> " : "< ") + tie.type() + " " + tie.name() + " "
                        + tie.since().map(LocalDate::toString).orElse("") + ".."
                        + tie.until().map(LocalDate::toString).orElse("") + (tie.holds() ? "" : " (not today)"))
                .toList();
    }
}
