package vn.quantriet.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.reading.PictureFiles;

class DocumentImportsTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/documents/chi-thi.docx");
    private static final Instant NOW = Instant.parse("2026-01-05T02:30:00Z");

    @TempDir
    private Path data;

    private final List<String> drafts = new ArrayList<>();
    private final Map<String, byte[]> taken = new TreeMap<>();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("inbox", new Inbox()));
    private DocumentImports imports;

    private DocumentImports imports(Path folder) {
        return new DocumentImports(
                new DocumentsPlace(folder),
                Clock.fixed(NOW, ZoneOffset.UTC),
                beans.getBeanProvider(TextPublishing.class),
                beans.getBeanProvider(Attachments.class),
                beans.getBeanProvider(DraftInbox.class));
    }

    private final class Inbox implements DraftInbox {
        @Override
        public String take(ResolutionId id, Map<String, String> files, Map<String, byte[]> attachments) {
            files.forEach((path, text) -> drafts.add(id + "/" + path + "\n" + text));
            taken.putAll(attachments);
            return "/bien-tap/1";
        }

        @Override
        public String takeBack(ResolutionId id, Map<String, String> files, String madeOf) {
            throw new NotTaken(NotTaken.Reason.VERSION_UNKNOWN);
        }
    }

    @BeforeEach
    void open() {
        imports = imports(data);
        actAs("khang", "ROLE_REPORTER");
    }

    @AfterEach
    void close() {
        imports.end();
        SecurityContextHolder.clearContext();
    }

    private static void actAs(String name, String... authorities) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(name, "", authorities));
    }

    private ImportId begin() throws IOException {
        try (var in = Files.newInputStream(DOCUMENT)) {
            return imports.begin("chi-thi.docx", in);
        }
    }

    private ImportState whenDone(ImportId id) {
        var state = imports.state(id);
        while (state instanceof ImportState.Waiting || state instanceof ImportState.Working) {
            Thread.onSpinWait();
            state = imports.state(id);
        }
        return state;
    }

    @Test
    void aDocumentBecomesAReadingThatOutlivesThePortal() throws IOException {
        var id = begin();
        assertThat(whenDone(id)).isInstanceOfSatisfying(ImportState.Ready.class, ready -> {
            assertThat(ready.name()).isEqualTo("chi-thi.docx");
            assertThat(ready.reading().head().number()).isEqualTo("35-CT/TW");
        });

        open();

        assertThat(imports.state(id)).isInstanceOf(ImportState.Ready.class);
        assertThat(imports.sourceHtml(id)).contains("Nơi nhận");
        assertThat(imports.resultHtml(id)).contains("Về số lượng").doesNotContain("Nơi nhận");
    }

    @Test
    void theDocumentItselfIsNotKept() throws IOException {
        var id = begin();
        whenDone(id);

        try (Stream<Path> files = Files.walk(data.resolve("imports"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("owner", "name", "reading.json", "SOURCE", "RESULT");
        }
    }

    @Test
    void aDraftHoldsTheFrontMatterAsItWasSetRight() throws IOException {
        var id = begin();
        whenDone(id);
        var head = new TextHead(
                "35-CT/TW",
                "directive",
                "Bộ Chính trị",
                "2024-06-14",
                "Đại hội: \"các cấp\"",
                "Đại hội",
                List.of("Tổ chức"),
                "Tệp");

        var address = imports.draft(id, new ResolutionId("35-ct-tw"), head);

        assertThat(address).isEqualTo("/bien-tap/1");
        assertThat(drafts).singleElement().asString().startsWith("""
                35-ct-tw/resolution.md
                ---
                number: "35-CT/TW"
                kind: "directive"
                issuer: "Bộ Chính trị"
                issued: 2024-06-14
                title: "Đại hội: \\"các cấp\\""
                short: "Đại hội"
                topics: ["Tổ chức"]
                status: unverified
                source: "Tệp"
                ---

                ## I. Nội dung
                """);
    }

    @Test
    void aDeckBringsItsPicturesAndThoseOfItsPagesToItsOwnerAlone() throws Exception {
        byte[] red = PictureFiles.png(40, 40, Color.RED);
        var file = PictureFiles.slides(
                data.resolve("bai.pptx"), PictureFiles.picture(red, "Bản đồ"), PictureFiles.diagram());
        ImportId id;
        try (var in = Files.newInputStream(file)) {
            id = imports.begin("bai.pptx", in);
        }
        assertThat(whenDone(id)).isInstanceOfSatisfying(ImportState.Ready.class, ready -> {
            assertThat(ready.reading().pages()).extracting(SlidePage::needed).containsExactly(false, true);
            assertThat(ready.reading().unclear()).extracting(Unclear::code).containsExactly("drawing");
        });
        var deck = new DeckId(new ResolutionId("57-nq-tw"), "bai");
        var head = new DeckHead("Bài", "Khang", "Chi bộ");

        assertThat(imports.markdown(id, head, false))
                .contains("![Bản đồ](files/hinh-1.png)", "\n![Trang 2 của tệp gốc](files/trang-02.png)\n")
                .doesNotContain("trang-01");
        assertThat(imports.markdown(id, head, true)).contains("![Trang 1 của tệp gốc](files/trang-01.png)");
        var address = "/api/imports/" + id + "/files/";
        assertThat(imports.sourceHtml(id)).contains("src=\"" + address + "trang-01.png\"", address + "hinh-1.png");
        assertThat(imports.resultHtml(id)).contains(address + "trang-02.png").doesNotContain("trang-01.png");

        imports.draft(id, deck, head, false);
        assertThat(taken).containsOnlyKeys("hinh-1.png", "trang-02.png");
        imports.draft(id, deck, head, true);
        assertThat(taken).containsOnlyKeys("hinh-1.png", "trang-01.png", "trang-02.png");
        assertThat(taken.get("hinh-1.png")).isEqualTo(red);

        var browser = MockMvcTester.of(new ImportPictureEndpoint(imports));
        assertThat(browser.get().uri(address + "hinh-1.png"))
                .hasStatusOk()
                .hasContentType("image/png")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(browser.get().uri(address + "reading.json")).hasStatus(404);
        actAs("minh", "ROLE_ADMINISTRATOR");
        assertThat(browser.get().uri(address + "hinh-1.png")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLE_MEMBER", "ROLE_SECRETARY"})
    void othersAreRefused(String authority) throws IOException {
        var id = begin();
        actAs("lan", authority);

        assertThatThrownBy(this::begin).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> imports.state(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> imports.cancel(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> imports.sourceHtml(id)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobodySeesWhatAnotherBrought() throws IOException {
        var id = begin();
        actAs("minh", "ROLE_ADMINISTRATOR");

        assertThatThrownBy(() -> imports.state(id)).isInstanceOf(ImportNotFound.class);
        assertThatThrownBy(() -> imports.resultHtml(id)).isInstanceOf(ImportNotFound.class);
        assertThatThrownBy(() -> imports.cancel(id)).isInstanceOf(ImportNotFound.class);
    }

    @Test
    void moreThanTheLargestIsRefusedAndNotKept() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> imports.begin("x.docx", endless))
                .isInstanceOfSatisfying(
                        DocumentRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(data.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        var id = imports.begin("x.docx", new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(whenDone(id)).isEqualTo(new ImportState.Refused(Reason.UNKNOWN_KIND));
    }

    @Test
    void whoBringsAnotherGivesUpTheFirst() throws IOException {
        var first = begin();
        var second = begin();

        assertThat(whenDone(second)).isInstanceOf(ImportState.Ready.class);
        assertThat(whenDone(first)).isEqualTo(new ImportState.Refused(Reason.CANCELLED));
    }

    @Test
    void afterAWeekItIsClearedAway() throws IOException {
        var old = begin();
        whenDone(old);
        actAs("ha", "ROLE_REPORTER");
        var recent = begin();
        whenDone(recent);
        age(old, Duration.ofDays(8));
        age(recent, Duration.ofDays(6));

        imports.clear();

        assertThat(imports.state(recent)).isInstanceOf(ImportState.Ready.class);
        actAs("khang", "ROLE_REPORTER");
        assertThatThrownBy(() -> imports.state(old)).isInstanceOf(ImportNotFound.class);
    }

    private void age(ImportId id, Duration by) throws IOException {
        Files.setLastModifiedTime(data.resolve("imports").resolve(id.value()), FileTime.from(NOW.minus(by)));
    }
}
