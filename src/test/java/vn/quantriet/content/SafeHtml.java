package vn.quantriet.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads HTML as a browser does and finds what could act. */
public final class SafeHtml {
    private static final Set<String> TAGS = Set.of(
            "html",
            "head",
            "body",
            "p",
            "br",
            "hr",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "code",
            "strong",
            "em",
            "del",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "span",
            "img",
            "nav",
            "main",
            "article",
            "section",
            "aside",
            "div",
            "b");
    private static final Set<String> ATTRIBUTES = Set.of(
            "href",
            "src",
            "alt",
            "width",
            "height",
            "loading",
            "decoding",
            "class",
            "id",
            "download",
            "router-ignore",
            "rel",
            "start",
            "align",
            "title",
            "role",
            "tabindex",
            "aria-label",
            "aria-hidden",
            "aria-describedby",
            "data-clause",
            "data-syllables",
            "data-label",
            "data-title");

    private SafeHtml() {}

    /** @param what the input, for the message */
    public static void assertSafe(String what, String html) {
        for (var element : Jsoup.parse(html).getAllElements()) {
            if (element.tagName().startsWith("#")) {
                continue;
            }
            assertThat(TAGS).as(what).contains(element.tagName());
            for (var attribute : element.attributes()) {
                assertThat(ATTRIBUTES).as(what).contains(attribute.getKey());
            }
            assertAddress(what, element, "href");
            assertAddress(what, element, "src");
        }
    }

    private static void assertAddress(String what, Element element, String attribute) {
        if (element.hasAttr(attribute)) {
            var address = element.attr(attribute).toLowerCase(Locale.ROOT);
            boolean own = address.startsWith("/van-ban/");
            boolean elsewhere = element.tagName().equals("a") && address.startsWith("https://");
            assertThat(own || elsewhere).as(what + " → " + address).isTrue();
        }
    }

    /** A drawing as a browser's XML parser sees it. */
    public static void assertSafeDrawing(String what, String svg) {
        assertThat(svg).as(what).doesNotContain("<!DOCTYPE", "<?xml-stylesheet", "evil.example");
        for (var element : Jsoup.parse(svg, Parser.xmlParser()).getAllElements()) {
            var name = element.tagName().toLowerCase(Locale.ROOT);
            assertThat(name)
                    .as(what)
                    .doesNotContain(":")
                    .isNotIn("script", "foreignobject", "a", "image", "feimage", "animate", "set", "iframe", "handler");
            for (var attribute : element.attributes()) {
                var key = attribute.getKey().toLowerCase(Locale.ROOT);
                var value = attribute.getValue().toLowerCase(Locale.ROOT);
                assertThat(key).as(what).doesNotStartWith("on");
                assertThat(value).as(what).doesNotContain("javascript:");
                if (key.endsWith("href")) {
                    assertThat(value).as(what).startsWith("#");
                }
            }
            if (name.equals("style")) {
                assertThat(element.data() + element.text()).as(what).doesNotContain("@", "url(", "<");
            }
        }
    }
}
