package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.library.LibraryFixture.ID;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.ui.Translations;

class FragmentEndpointTest {
    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    RenderedFragments fragments;
    MockMvcTester browser;

    @BeforeEach
    void start() throws Exception {
        fixture = new LibraryFixture(folder);
        library = fixture.open();
        var relations = new LibraryRelations(library, LibraryFixture.CLOCK);
        fragments = new RenderedFragments(
                library, new Translations(), relations, new ValidityLabel(relations, new Translations()));
        browser = MockMvcTester.of(new FragmentEndpoint(fragments));
    }

    @Test
    void fragmentIsServedToBeKeptForever() throws Exception {
        var fragment = fragments.of(ID, Translations.VIETNAMESE);
        var answer = browser.get().uri(fragment.href()).exchange();

        assertThat(fragment.href()).isEqualTo("/van-ban/57-nq-tw/noi-dung/vi-" + fragment.hash() + ".html");
        assertThat(answer).hasStatusOk().hasContentType("text/html;charset=UTF-8");
        assertThat(answer).hasHeader("Cache-Control", "max-age=31536000, private, immutable");
        assertThat(answer.getResponse().getContentAsString()).isEqualTo(fragment.html());
    }

    @Test
    void oldHashLeadsToThePresentOne() throws Exception {
        var old = fragments.of(ID, Translations.ENGLISH);
        Files.writeString(fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", "Người dân là chủ thể."));
        library.refresh(List.of("57-nq-tw"));
        var now = fragments.of(ID, Translations.ENGLISH);

        assertThat(now.hash()).isNotEqualTo(old.hash());
        var answer = browser.get().uri(old.href()).exchange();
        assertThat(answer).hasStatus(302).hasRedirectedUrl(now.href());
        assertThat(answer).hasHeader("Cache-Control", "no-store");
    }

    @Test
    void unknownTextOrLanguageIsNotFound() {
        assertThat(browser.get().uri("/van-ban/1-nq-tw/noi-dung/vi-0a.html").exchange())
                .hasStatus(404);
        assertThat(browser.get().uri("/van-ban/57-/noi-dung/vi-0a.html").exchange())
                .hasStatus(404);
        assertThat(browser.get().uri("/van-ban/57-nq-tw/noi-dung/fr-0a.html").exchange())
                .hasStatus(404);
    }

    @Test
    void fragmentIsRenderedOncePerVersion() {
        assertThat(fragments.of(ID, Translations.VIETNAMESE)).isSameAs(fragments.of(ID, Translations.VIETNAMESE));
    }
}
