package vn.quantriet.lectures.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlideHtmlTest {

    @Test
    void linesOfCitationsGoAndCitationsInSentencesStay() {
        String html = "<h1>Ai?</h1>\n<p>Xem <a class=\"cite\" href=\"#i.1\">I.1</a></p>\n"
                + "<p class=\"cites\"><a class=\"cite\" href=\"#i.1\">I.1</a>\n<a class=\"cite\" href=\"#i.2\">I.2</a></p>";

        assertThat(SlideHtml.withoutCitationLines(html))
                .isEqualTo("<h1>Ai?</h1>\n<p>Xem <a class=\"cite\" href=\"#i.1\">I.1</a></p>");
    }

    @Test
    void headingsAreOneLevelLower() {
        assertThat(SlideHtml.belowPageHeading("<h1 id=\"a\">Ai?</h1><hr><h2>B</h2><p>&lt;h1></p>"))
                .isEqualTo("<h2 id=\"a\">Ai?</h2><hr><h3>B</h3><p>&lt;h1></p>");
    }
}
