package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.library.LibraryFixture.ID;
import static vn.quantriet.content.library.LibraryFixture.codes;
import static vn.quantriet.content.library.LibraryFixture.text;
import static vn.quantriet.content.library.LibraryFixture.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ClauseRegister;

class CatalogueTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final List<String> REFRESHED = List.of("57-nq-tw");

    @TempDir
    Path folder;

    LibraryFixture fixture;
    Path catalogue;

    @BeforeEach
    void seed() throws IOException {
        fixture = new LibraryFixture(folder);
        catalogue = fixture.data.resolve("library.catalogue");
    }

    @Test
    void startReadsNoFileThatIsAsItWas() throws Exception {
        leaveSettledLibrary();
        replaceUnseen("resolution.md", "Người dân là trung tâm.", "Dân là <b>gốc</b>.");

        var restarted = fixture.open();

        assertThat(restarted.problems()).as("the file was not read").isEmpty();
        assertThat(restarted.resolutions()).extracting(Resolution::number).containsExactly("57-NQ/TW");
        assertThat(words(restarted)).as("what is in service").isEqualTo("Người dân là trung tâm.");
        restarted.destroy();
    }

    @Test
    void startReadsWhatHasChanged() throws Exception {
        leaveSettledLibrary();
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));
        LibraryFixture.writeText(fixture.library.resolve("18-nq-tw"), "18-NQ/TW", "Sắp xếp.");

        var restarted = fixture.open();

        assertThat(words(restarted)).isEqualTo("Người dân là chủ thể.");
        assertThat(restarted.resolutions())
                .extracting(r -> r.id().value())
                .containsExactlyInAnyOrder("57-nq-tw", "18-nq-tw");
        assertThat(fixture.log().getFirst()).isEqualTo("Thư viện <thu-vien@localhost>: Update 2 texts");
        restarted.destroy();
    }

    @Test
    void folderThatWentWhileNobodyLookedIsGone() throws Exception {
        leaveSettledLibrary();
        FileSystemUtils.deleteRecursively(fixture.file(""));

        var restarted = fixture.open();
        assertThat(restarted.resolutions()).isEmpty();
        assertThat(fixture.isClean()).isTrue();
        restarted.destroy();

        assertThat(fixture.open().resolutions()).isEmpty();
    }

    @Test
    void problemsOutliveARestartWithoutReading() throws Exception {
        var library = fixture.open();
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là <b>gốc</b>."));
        settle();
        library.refreshAll();
        library.destroy();

        var restarted = fixture.open();

        assertThat(codes(restarted))
                .containsExactly("57-nq-tw/resolution.md:15:14 raw-html", "57-nq-tw/resolution.md:15:20 raw-html");
        assertThat(words(restarted)).isEqualTo("Người dân là trung tâm.");
        restarted.destroy();
    }

    @Test
    void damagedCatalogueIsMadeAnew() throws Exception {
        leaveSettledLibrary();
        byte[] whole = Files.readAllBytes(catalogue);
        for (int at = 0; at < whole.length; at += 31) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Files.write(catalogue, at % 2 == 0 ? damaged : java.util.Arrays.copyOf(whole, at));

            var restarted = fixture.open();

            assertThat(words(restarted)).as("damaged at " + at).isEqualTo("Người dân là trung tâm.");
            assertThat(restarted.problems()).isEmpty();
            restarted.destroy();
            assertThat(read(catalogue, ReadingRules.ofThisProgram())).containsOnlyKeys("57-nq-tw");
        }
    }

    @Test
    void catalogueOfAProgramThatReadsInAnotherWayIsNotUsed() throws Exception {
        leaveSettledLibrary();

        assertThat(read(catalogue, "other rules")).isEmpty();
    }

    @Test
    void changeThatCouldNotBeCommittedIsCommittedAtTheNextStart() throws Exception {
        var library = fixture.open();
        var lock = Files.createFile(fixture.library.resolve(".git/index.lock"));
        Files.writeString(fixture.file("resolution.md"), text("57-NQ/TW", "Người dân là chủ thể."));
        settle();
        library.refresh(REFRESHED);
        library.destroy();
        Files.delete(lock);

        fixture.open().destroy();

        assertThat(fixture.log())
                .containsExactly(
                        "Thư viện <thu-vien@localhost>: Update 57-nq-tw", "Thư viện <thu-vien@localhost>: Seed");
    }

    @Test
    void fileWrittenInTheSameTickInWhichItWasReadIsReadAgain() throws Exception {
        var library = fixture.open();
        var time = FileTime.from(Instant.parse("2026-11-23T00:59:59.999Z"));
        Files.setLastModifiedTime(fixture.file("resolution.md"), time);
        library.refreshAll();
        var now = Files.readString(fixture.file("resolution.md")).replace("trung tâm.", "chủ thể!!");
        Files.writeString(fixture.file("resolution.md"), now);
        Files.setLastModifiedTime(fixture.file("resolution.md"), time);

        library.refreshAll();

        assertThat(words(library)).isEqualTo("Người dân là chủ thể!!");
    }

    @Test
    void recordHoldsAllThatIsKnownOfAText() throws Exception {
        var shelved = everything();
        var file = folder.resolve("one");
        try (var written = new Catalogue(file, "rules")) {
            written.read();
            written.keep(List.of(shelved), List.of());
        }

        assertThat(read(file, "rules")).containsExactly(Map.entry("57-nq-tw", shelved));
    }

    @Test
    void laterRecordTakesThePlaceOfAnEarlierOne() throws Exception {
        var shelved = everything();
        var emptied = new Shelved(
                ID,
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                Set.of(),
                new FolderState(List.of(), true),
                ClauseRegister.NONE,
                Set.of());
        var file = folder.resolve("one");
        try (var written = new Catalogue(file, "rules")) {
            written.read();
            for (int i = 0; i < 20; i++) {
                written.keep(List.of(shelved), List.of());
            }
            written.keep(List.of(emptied), List.of());
        }
        long before = Files.size(file);

        try (var read = new Catalogue(file, "rules")) {
            assertThat(read.read()).containsExactly(Map.entry("57-nq-tw", emptied));
        }

        assertThat(Files.size(file)).as("after what was replaced was left out").isLessThan(before / 10);
        try (var again = new Catalogue(file, "rules")) {
            again.keep(List.of(), List.of("57-nq-tw"));
        }
        assertThat(read(file, "rules")).isEmpty();
    }

    /** Waits for what is written after reading, so that it does not come when the folder is gone. */
    private static Map<String, Shelved> read(Path file, String rules) {
        try (var catalogue = new Catalogue(file, rules)) {
            return catalogue.read();
        }
    }

    private void leaveSettledLibrary() throws IOException {
        var library = fixture.open();
        settle();
        library.refreshAll();
        library.destroy();
    }

    private void settle() throws IOException {
        for (var name : List.of("resolution.md", "key-points.md", "quiz.md", "slides/co-so.md")) {
            Files.setLastModifiedTime(fixture.file(name), LONG_AGO);
        }
    }

    /** As no editor does: same length, same time. */
    private void replaceUnseen(String name, String old, String words) throws IOException {
        var file = fixture.file(name);
        long size = Files.size(file);
        var replaced = Files.readString(file).replace(old, words);
        int missing = (int) (size - replaced.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        Files.writeString(file, replaced + " ".repeat(missing));
        Files.setLastModifiedTime(file, LONG_AGO);
        assertThat(Files.size(file)).isEqualTo(size);
    }

    private static Shelved everything() {
        var clauses = List.of(
                new Clause(new ClauseId("i"), "I.", "I", "Quan điểm", 0, 0, "00ff", "00ff"),
                new Clause(new ClauseId("i.1-2"), "1.", "I.1", "Đột phá", 1, 1234, "01ff", "02ff"));
        var text = new Resolution(
                ID,
                "57-NQ/TW",
                Resolution.Kind.CONCLUSION,
                "Bộ Chính trị",
                LocalDate.of(1946, 12, 19),
                "Tên đầy đủ",
                "Tên ngắn",
                List.of("Khoa học", "Số"),
                Verification.UNVERIFIED,
                "Công bố",
                List.of(new Resolution.Relation(
                        Resolution.Relation.Type.AMENDS,
                        new ResolutionId("18-nq-tw"),
                        Optional.of(LocalDate.of(2025, 1, 1)),
                        Optional.empty(),
                        12)),
                new Resolution.Term(Optional.empty(), Optional.of(LocalDate.of(2030, 12, 31))),
                clauses,
                "ab12",
                Set.of(new ClauseId("d5.2")));
        var decks = List.of(
                new DeckListing(new DeckId(ID, "co-so"), "Bài", "Khang", "Chi bộ", OptionalInt.of(45), 12),
                new DeckListing(new DeckId(ID, "ngan"), "Bài ngắn", "Khang", "Chi bộ", OptionalInt.empty(), 300));
        var problem = Problem.at("57-nq-tw/quiz.md", 14, 300, "quiz-right-one", 2, "ơ");
        return new Shelved(
                ID,
                Optional.of(new Listing(text, decks, true, "cd34")),
                Map.of(
                        "resolution.md", ObjectId.fromString("0123456789abcdef0123456789abcdef01234567"),
                        "quiz.md", ObjectId.fromString("ffffffffffffffffffffffffffffffffffffffff")),
                List.of(problem),
                List.of(new Citation(
                        new ClauseRef(new ResolutionId("18-nq-tw"), new ClauseId("ii")),
                        problem,
                        Optional.of(problem))),
                Set.of("resolution.md"),
                new FolderState(
                        List.of(
                                new FolderState.File("quiz.md", 1_000_001, 1_763_888_400_123_456_789L),
                                new FolderState.File("resolution.md", 0, 0)),
                        true),
                new ClauseRegister(
                        "ab",
                        Map.of(
                                new ClauseId("i.1"),
                                new ClauseRegister.Entry(new ClauseId("i.1-2"), Optional.of("02ff"))),
                        Set.of(new ClauseId("d5.2")),
                        List.of(new ClauseRegister.Stale("18-nq-tw/slides/co-so.md#4", new ClauseId("i.1-2"))),
                        Map.of()),
                Set.of());
    }
}
