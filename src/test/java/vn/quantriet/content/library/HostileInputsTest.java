package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.content.library.LibraryFixture.ID;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments.AttachmentRefused;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing.DeckHasProblems;
import vn.quantriet.content.HostileInputs;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SafeHtml;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.ui.Translations;

/** Every way into the library: what comes out is harmless, or is refused with a sentence, and nothing leaves the folder. */
class HostileInputsTest {
    private static final Author AUTHOR = new Author("Kẻ phá", "ke-pha@localhost");
    private static final DeckId DECK = new DeckId(ID, "co-so");
    private static final Translations TEXTS = new Translations();

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    Path secret;

    @BeforeEach
    void start() throws Exception {
        fixture = new LibraryFixture(folder);
        secret = Files.createDirectories(folder.resolve("outside"));
        LibraryFixture.writeText(secret, "99-NQ/TW", "Điều không ai được đọc.");
        library = fixture.open();
    }

    @AfterEach
    void stop() {
        library.destroy();
    }

    @Test
    void atLeastTwoHundredInputsAreTried() {
        assertThat(HostileInputs.words().size()
                        + HostileInputs.frontMatters().size()
                        + HostileInputs.drawings().size())
                .isGreaterThanOrEqualTo(200);
        assertThat(HostileInputs.words()).doesNotHaveDuplicates();
        assertThat(HostileInputs.drawings()).doesNotHaveDuplicates();
    }

    @Test
    void wordsOnDiskAreServedHarmlessOrNotAtAll() throws Exception {
        var names = new ArrayList<String>();
        for (var words : HostileInputs.words()) {
            var name = (names.size() + 1000) + "-nq-tw";
            names.add(name);
            var text = fixture.library.resolve(name);
            Files.createDirectories(text.resolve("slides"));
            Files.writeString(
                    text.resolve("resolution.md"), LibraryFixture.text("1-NQ/TW", "Đoạn.\n\n" + words + "\n"));
            Files.writeString(text.resolve("key-points.md"), "## Điểm\n\nChữ. [I](clause:i)\n\n" + words + "\n");
            Files.writeString(text.resolve("quiz.md"), LibraryFixture.quiz("Hỏi?\n\n" + words + "\n"));
            Files.writeString(
                    text.resolve("slides/co-so.md"),
                    LibraryFixture.deck("Trang") + "\n" + words + "\n\nLời giảng:\n\n" + words + "\n");
        }

        library.refresh(names);

        int served = 0;
        for (int i = 0; i < names.size(); i++) {
            var id = new ResolutionId(names.get(i));
            var words = HostileInputs.words().get(i);
            boolean present = library.find(id).isPresent();
            assertThat(present || !library.problems(id).isEmpty()).as(words).isTrue();
            assertSentences(library.problems(id));
            if (present) {
                served++;
                assertHarmless(id, words);
            }
        }
        // Broken or escaped marks are words like any other.
        assertThat(served).isBetween(10, 90);
    }

    private void assertHarmless(ResolutionId id, String words) {
        var holding = library.get(id);
        SafeHtml.assertSafe(words, fragment(id));
        holding.keyPoints().forEach(point -> SafeHtml.assertSafe(words, point.html()));
        holding.decks()
                .forEach(deck -> deck.slides().forEach(slide -> {
                    SafeHtml.assertSafe(words, slide.html());
                    SafeHtml.assertSafe(words, slide.notesHtml());
                }));
        holding.quiz()
                .ifPresent(quiz -> quiz.questions().forEach(question -> {
                    SafeHtml.assertSafe(words, question.prompt());
                    SafeHtml.assertSafe(words, question.explanation());
                }));
    }

    private String fragment(ResolutionId id) {
        var relations = new LibraryRelations(library, LibraryFixture.CLOCK);
        return new RenderedFragments(library, TEXTS, relations, new ValidityLabel(relations, TEXTS))
                .of(id, Translations.VIETNAMESE)
                .html();
    }

    @Test
    void wordsInADeckAreHarmlessEvenInThePreviewOfARefusedOne() {
        var decks = new PublishedDecks(library);
        int refused = 0;
        for (var words : HostileInputs.words()) {
            var markdown = LibraryFixture.deck("Trang") + "\n" + words + "\n\nLời giảng:\n\n" + words + "\n";
            var checked = decks.check(DECK, markdown);
            assertSentences(checked.problems());
            checked.deck()
                    .ifPresent(deck -> deck.slides().forEach(slide -> {
                        SafeHtml.assertSafe(words, slide.html());
                        SafeHtml.assertSafe(words, slide.notesHtml());
                    }));
            if (!checked.isGood()) {
                refused++;
                assertThatThrownBy(() -> decks.publish(DECK, markdown, AUTHOR, Optional.empty()))
                        .isInstanceOf(DeckHasProblems.class);
            }
        }
        assertThat(refused).isGreaterThan(80);
        assertThat(library.find(ID).orElseThrow().decks()).hasSize(1);
    }

    @Test
    void wholeTextsArePublishedHarmlessOrRefusedAndTheirNamesStayInTheFolder() {
        var texts = new PublishedTexts(library);
        int published = 0;
        for (var words : HostileInputs.words()) {
            var edition = texts.edition(ID).orElseThrow();
            Map<String, String> files = new HashMap<>(edition.files());
            files.put("key-points.md", "## Điểm\n\nChữ. [I](clause:i)\n\n" + words + "\n");
            var checked = texts.check(ID, files);
            assertSentences(checked.problems());
            if (checked.isGood()) {
                published++;
                texts.publish(new Order(
                        ID, files, Set.of(), Map.of(), AUTHOR, Optional.of(edition.version()), "Publish words"));
                assertHarmless(ID, words);
            }
        }
        assertThat(published).isBetween(10, 90);
        for (var name : List.of(
                "../x.md",
                "slides/../../x.md",
                "/etc/x.md",
                "slides/a/b.md",
                "slides/.md",
                "files/a.svg",
                "a\0.md",
                "resolution.md/x.md",
                ".git/config",
                "slides/A.md",
                "x.html")) {
            Map<String, String> files =
                    new HashMap<>(texts.edition(ID).orElseThrow().files());
            files.put(name, "# X\n");
            assertThat(texts.check(ID, files).problems())
                    .as(name)
                    .extracting(Problem::code)
                    .containsAnyOf("file-unknown", "deck-name");
        }
    }

    @Test
    void frontMattersAreReadAsPlainWordsOrRefused() throws Exception {
        var names = new ArrayList<String>();
        for (var matter : HostileInputs.frontMatters()) {
            var name = (names.size() + 3000) + "-nq-tw";
            names.add(name);
            var text = Files.createDirectories(fixture.library.resolve(name));
            Files.writeString(text.resolve("resolution.md"), "---\n" + matter + "---\n\n## I. Mục\n\nChữ.\n");
        }

        library.refresh(names);

        for (int i = 0; i < names.size(); i++) {
            var id = new ResolutionId(names.get(i));
            var matter = HostileInputs.frontMatters().get(i);
            assertSentences(library.problems(id));
            if (library.find(id).isPresent()) {
                SafeHtml.assertSafe(matter, fragment(id));
            } else {
                assertThat(library.problems(id)).as(matter).isNotEmpty();
            }
        }
        assertThat(names.stream()
                        .filter(name -> library.find(new ResolutionId(name)).isPresent()))
                .hasSizeBetween(4, 12);
    }

    @Test
    void drawingsAreCleanedWhenUploadedAndRefusedInTheFolder() throws Exception {
        var attachments = new LibraryAttachments(library);
        var texts = new ArrayList<String>();
        int cleaned = 0;
        for (var svg : HostileInputs.drawings()) {
            var checked = attachments.check(ID, "hinh.svg", svg.getBytes(StandardCharsets.UTF_8));
            assertSentences(checked.problems());
            assertSentences(checked.removed());
            if (checked.attachment().isPresent()) {
                cleaned++;
                attachments.add(ID, "hinh.svg", svg.getBytes(StandardCharsets.UTF_8), AUTHOR);
                var served = attachments.content(ID, "hinh.svg").orElseThrow();
                SafeHtml.assertSafeDrawing(svg, new String(served.bytes(), StandardCharsets.UTF_8));
            } else {
                assertThat(checked.problems()).as(svg).isNotEmpty();
                assertThatThrownBy(() -> attachments.add(ID, "hinh.svg", svg.getBytes(StandardCharsets.UTF_8), AUTHOR))
                        .isInstanceOf(AttachmentRefused.class);
            }
            var name = (texts.size() + 5000) + "-nq-tw";
            texts.add(name);
            LibraryFixture.writeText(fixture.library.resolve(name), "5-NQ/TW", "![Hình](files/hinh.svg)");
            Files.createDirectories(fixture.library.resolve(name).resolve("files"));
            Files.writeString(fixture.library.resolve(name).resolve("files/hinh.svg"), svg);
        }
        assertThat(cleaned).isBetween(38, 50);

        library.refresh(texts);

        for (int i = 0; i < texts.size(); i++) {
            var id = new ResolutionId(texts.get(i));
            var svg = HostileInputs.drawings().get(i);
            var content = attachments.content(id, "hinh.svg");
            content.ifPresent(
                    served -> SafeHtml.assertSafeDrawing(svg, new String(served.bytes(), StandardCharsets.UTF_8)));
            assertThat(content.isPresent() || !library.problems(id).isEmpty())
                    .as(svg)
                    .isTrue();
        }
    }

    @Test
    void filesThatAreNotWhatTheyAreCalledAreRefused() {
        var attachments = new LibraryAttachments(library);
        var html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        var zip = new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0};
        var gif = "GIF89a<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var halfPng = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        var hugePng = png(60_000, 60_000);
        var pdf = "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>".getBytes(StandardCharsets.UTF_8);
        for (var bytes : List.of(html, zip, gif, halfPng, hugePng, new byte[0], new byte[Attachment.LARGEST + 1])) {
            for (var name : List.of("a.png", "a.jpg", "a.webp", "a.svg", "a.pdf")) {
                var checked = attachments.check(ID, name, bytes);
                assertThat(checked.attachment()).isEmpty();
                assertThat(checked.problems()).hasSize(1);
                assertSentences(checked.problems());
            }
        }
        assertThat(attachments.check(ID, "a.pdf", pdf).problems())
                .extracting(Problem::code)
                .containsExactly("attachment-pdf-active");
        assertThat(attachments.check(ID, "a.pdf", png(4, 4)).problems())
                .extracting(problem -> TEXTS.getTranslation(
                        "content.problem." + problem.code(),
                        Translations.VIETNAMESE,
                        problem.arguments().toArray()))
                .containsExactly("nội dung của tệp “a.pdf” là PNG; hãy đặt tên với đuôi .png");
    }

    /** A head is all that is looked at. */
    static byte[] png(int width, int height) {
        var bytes = new byte[33];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13}, 0, bytes, 0, 12);
        System.arraycopy("IHDR".getBytes(StandardCharsets.US_ASCII), 0, bytes, 12, 4);
        for (int i = 0; i < 4; i++) {
            bytes[16 + i] = (byte) (width >> 24 - 8 * i);
            bytes[20 + i] = (byte) (height >> 24 - 8 * i);
        }
        return bytes;
    }

    @Test
    void namesThatLeadElsewhereAreRefused() {
        var attachments = new LibraryAttachments(library);
        for (var name : List.of(
                "../x.png",
                "..\\x.png",
                "/etc/x.png",
                "a/b.png",
                "a.png/",
                ".png",
                "..png",
                "a..png",
                "a.png\0.svg",
                "a.html",
                "a.svg.html",
                "A.PNG",
                "so đồ.png",
                "a%2f.png",
                "con.png:x",
                "a.png ",
                "-a.png",
                "x",
                "a\u202Egnp.png",
                "a".repeat(100) + ".png",
                "")) {
            assertThat(attachments.check(ID, name, png(4, 4)).problems())
                    .as(name)
                    .extracting(Problem::code)
                    .containsExactly("attachment-name");
            assertThatThrownBy(() -> attachments.add(ID, name, png(4, 4), AUTHOR))
                    .isInstanceOf(AttachmentRefused.class);
            assertThat(attachments.content(ID, name)).isEmpty();
        }
        for (var name : List.of("../outside", "..", "a/b", "A", "57-nq-tw/../x", "", "a\0", "a--b", ".git")) {
            assertThatThrownBy(() -> new ResolutionId(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new DeckId(ID, name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(folder.resolve("outside")).isDirectoryNotContaining("glob:**.png");
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws Exception {
        var text = fixture.library.resolve(ID.value());
        Files.createSymbolicLink(fixture.library.resolve("99-nq-tw"), secret);
        Files.createSymbolicLink(text.resolve("slides/khac.md"), secret.resolve("slides/co-so.md"));
        Files.createSymbolicLink(text.resolve("files"), secret.resolve("slides"));
        var other = fixture.library.resolve("98-nq-tw");
        LibraryFixture.writeText(other, "98-NQ/TW", "Chữ.");
        Files.delete(other.resolve("slides/co-so.md"));
        Files.delete(other.resolve("slides"));
        Files.createSymbolicLink(other.resolve("slides"), secret.resolve("slides"));
        Files.delete(other.resolve("key-points.md"));
        Files.createSymbolicLink(other.resolve("key-points.md"), secret.resolve("key-points.md"));
        var attachments = new LibraryAttachments(library);
        Files.write(secret.resolve("slides/a.png"), png(4, 4));

        library.refreshAll();

        assertThat(library.find(new ResolutionId("99-nq-tw"))).isEmpty();
        assertThat(library.get(ID).decks()).hasSize(1);
        var holding = library.get(new ResolutionId("98-nq-tw"));
        assertThat(holding.decks()).isEmpty();
        assertThat(holding.keyPoints()).isEmpty();
        assertThat(attachments.of(ID)).isEmpty();
        assertThat(attachments.content(ID, "a.png")).isEmpty();
        assertThatThrownBy(() -> attachments.add(ID, "a.png", png(9, 9), AUTHOR))
                .hasMessageContaining("found a symbolic link");
        assertThatThrownBy(() -> library.publish(new Changeset(
                        Map.of("98-nq-tw/slides/x.md", Optional.of(new byte[] {'#'})), AUTHOR, "Publish")))
                .hasMessageContaining("found a symbolic link");
        assertThat(secret.resolve("slides/x.md")).doesNotExist();
        assertThat(Files.size(secret.resolve("slides/a.png"))).isEqualTo(33);
    }

    @Test
    void bytesThatAreNoTextAreRefusedAtTheirPlace() throws Exception {
        record Bytes(String name, byte[] bytes, String code) {}
        var good = LibraryFixture.text("57-NQ/TW", "Người dân là trung tâm.").getBytes(StandardCharsets.UTF_8);
        var cases = new ArrayList<Bytes>();
        for (var tail : List.of(
                new byte[] {(byte) 0xFF},
                new byte[] {(byte) 0xC0, (byte) 0xAF},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xE2, (byte) 0x82},
                new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80})) {
            cases.add(new Bytes("invalid UTF-8", with(good, tail), "file-encoding"));
        }
        cases.add(new Bytes("UTF-16", "Chữ".getBytes(StandardCharsets.UTF_16), "file-encoding"));
        for (var sign : List.of(
                "\0", "\u0007", "\u001B[2J", "\u007F", "\u009B", "\u202E", "\u202A", "\u2066", "\u2069", "a\uFEFF")) {
            cases.add(new Bytes(sign, with(good, sign.getBytes(StandardCharsets.UTF_8)), "control-character"));
        }
        for (var one : cases) {
            Files.write(fixture.file("resolution.md"), one.bytes());
            library.refresh(List.of(ID.value()));
            assertThat(library.problems(ID))
                    .as(one.name())
                    .extracting(Problem::code)
                    .contains(one.code());
            assertSentences(library.problems(ID));
            assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là trung tâm.");
        }
        Files.write(fixture.file("resolution.md"), with("\uFEFF".getBytes(StandardCharsets.UTF_8), good));
        library.refresh(List.of(ID.value()));
        assertThat(library.problems(ID)).isEmpty();
    }

    private static byte[] with(byte[] first, byte[] second) {
        var all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Test
    void hugeFilesAreRefusedUnread() throws Exception {
        sparse(fixture.file("resolution.md"));
        Files.createDirectories(fixture.file("files"));
        sparse(fixture.file("files/a.png"));

        library.refresh(List.of(ID.value()));

        assertThat(LibraryFixture.codes(library))
                .contains("57-nq-tw/resolution.md:1:1 file-too-large", "57-nq-tw/files/a.png:1:1 attachment-large");
        assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là trung tâm.");
        assertThat(new PublishedDecks(library)
                        .check(DECK, "a".repeat(30_000_000))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("file-too-large");
    }

    private static void sparse(Path file) throws IOException {
        try (var data = new RandomAccessFile(file.toFile(), "rw")) {
            data.setLength(100_000_000);
        }
    }

    @Test
    void whatIsNestedOrCrowdedBeyondReasonIsRefused() throws Exception {
        for (var words : List.of(
                "> ".repeat(3_000) + "x",
                "- ".repeat(3_000) + "x",
                "[".repeat(600) + "x" + "](https://a.vn)".repeat(600),
                "*".repeat(19_000),
                "x".repeat(900_000),
                "|a".repeat(9_000) + "|\n" + "|-".repeat(9_000) + "|\n" + "|b".repeat(9_000) + "|")) {
            Files.writeString(fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", words));
            library.refresh(List.of(ID.value()));
            assertSentences(library.problems(ID));
            if (library.problems(ID).isEmpty()) {
                SafeHtml.assertSafe(words.substring(0, 20), fragment(ID));
            } else {
                assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là trung tâm.");
            }
        }
    }

    @Test
    void nothingHostileIsCommitted() throws Exception {
        Files.createDirectories(fixture.file("files"));
        Files.writeString(fixture.file("files/a.svg"), HostileInputs.drawings().getFirst());
        Files.writeString(fixture.file("files/a.html"), "<script>alert(1)</script>");
        Files.writeString(fixture.file("key-points.md"), "## Điểm\n\n<script>alert(1)</script> [I](clause:i)\n");

        library.refresh(List.of(ID.value()));

        try (var git = org.eclipse.jgit.api.Git.open(fixture.library.toFile())) {
            var status = git.status().call();
            assertThat(status.getUntracked()).isEqualTo(Set.of("57-nq-tw/files/a.svg", "57-nq-tw/files/a.html"));
            assertThat(status.getModified()).isEqualTo(Set.of("57-nq-tw/key-points.md"));
        }
        assertThat(library.get(ID).keyPoints().getFirst().html()).contains("Người dân.");
    }

    private static void assertSentences(List<Problem> problems) {
        for (var problem : problems) {
            for (var language : List.of(Translations.VIETNAMESE, Translations.ENGLISH)) {
                var sentence = TEXTS.getTranslation(
                        "content.problem." + problem.code(),
                        language,
                        problem.arguments().toArray());
                assertThat(sentence).doesNotStartWith("!").doesNotContain("{0}");
            }
        }
    }
}
