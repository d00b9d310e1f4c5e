package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.library.LibraryFixture.ID;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Manuscript.Page;
import vn.quantriet.content.ResolutionId;

class ServedManuscriptsTest {
    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    ServedManuscripts manuscripts;

    @BeforeEach
    void start() throws Exception {
        fixture = new LibraryFixture(folder);
        library = fixture.open();
        manuscripts = new ServedManuscripts(library);
    }

    private Manuscript found() {
        return manuscripts.find(ID).orElseThrow();
    }

    private List<Page> pages(String file) {
        return java.util.Objects.requireNonNull(found().files().get(file)).pages();
    }

    @Test
    void filesInServiceAreOpened() {
        assertThat(found().files()).containsOnlyKeys("resolution.md", "key-points.md", "quiz.md", "slides/co-so.md");
        assertThat(pages("resolution.md"))
                .containsExactly(new Page("<h2>I. Quan điểm</h2>\n<p>Người dân là trung tâm.</p>", ""));
        assertThat(pages("key-points.md"))
                .containsExactly(new Page("<h2>Trung tâm</h2>\n<p>Người dân. <a href=\"clause:i\">I</a></p>", ""));
        assertThat(found().files().get("slides/co-so.md"))
                .isEqualTo(new Manuscript.File(
                        "title: Bài giảng\nreporter: Trần Minh Khang\naudience: Chi bộ\n",
                        List.of(new Page("<h1>Ai là trung tâm?</h1>\n<p><a href=\"clause:i\">I</a></p>", ""))));
        assertThat(manuscripts.find(new ResolutionId("1-nq-tw"))).isEmpty();
    }

    @Test
    void aBrokenFileIsOpenedInItsLastGoodVersion() throws Exception {
        var before = found();
        Files.writeString(fixture.file("resolution.md"), "## Không có phần đầu\n");
        library.refresh(List.of(ID.value()));

        assertThat(library.problems()).isNotEmpty();
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void anotherVersionHasAnotherName() throws Exception {
        var before = found();
        assertThat(before.commit()).matches("[0-9a-f]{40}");
        Files.writeString(fixture.file("key-points.md"), "## Trung tâm\n\nDoanh nghiệp. [I](clause:i)\n");
        library.refresh(List.of(ID.value()));

        assertThat(found().version()).isNotEqualTo(before.version());
        assertThat(found().commit()).matches("[0-9a-f]{40}").isNotEqualTo(before.commit());
        assertThat(pages("key-points.md").getFirst().html()).contains("Doanh nghiệp.");
    }
}
