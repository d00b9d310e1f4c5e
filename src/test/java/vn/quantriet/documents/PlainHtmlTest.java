package vn.quantriet.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHtmlTest {

    @Test
    void whatAReadingHasStays() {
        assertThat(PlainHtml.of(
                        "<p id=\"s12\" class=\"centred\"><span class=\"label\">I.</span> <strong>Một</strong></p>"))
                .isEqualTo("<p id=\"s12\" class=\"centred\"><span class=\"label\">I.</span> <strong>Một</strong></p>");
        assertThat(PlainHtml.of("<table id=\"r3\"><tbody><tr><td colspan=\"2\"><p>a</p></td></tr></tbody></table>"))
                .isEqualTo("<table id=\"r3\"><tbody><tr><td colspan=\"2\"><p>a</p></td></tr></tbody></table>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=alert(1)>x</p>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<svg onload=alert(1)></svg>",
                "<p id=\"s1\" class=\"x\" id=\"alert(1)\">x</p>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<style>*{background:url(//alert(1))}</style>"
            })
    void nothingElseDoes(String html) {
        assertThat(PlainHtml.of(html)).doesNotContain("alert").doesNotContain("class=\"x\"");
    }

    @Test
    void picturesAreShownFromTheImportAndFromNowhereElse() {
        var html = "<p class=\"picture\"><img src=\"files/hinh-1.png\" alt=\"A\" onerror=\"x()\"></p>"
                + "<p><img src=\"files/hinh-2.png\" alt=\"B\"><img src=\"https://example.org/c.png\" alt=\"C\">"
                + "<img src=\"files/../reading.json\" alt=\"D\"></p>";

        assertThat(PlainHtml.of(html, "/api/imports/1/files/", Set.of("hinh-1.png")))
                .isEqualTo("<p class=\"picture\"><img src=\"/api/imports/1/files/hinh-1.png\" alt=\"A\" /></p><p></p>");
    }
}
