package vn.quantriet.documents;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Cleans HTML that was made of a document: it comes out of a process that had a stranger's file in its hands. */
final class PlainHtml {
    private static final String FILES = "files/";

    private PlainHtml() {}

    /** Without pictures. */
    static String of(String html) {
        return of(html, "", Set.of());
    }

    /**
     * @param address the beginning of the addresses of pictures
     * @param pictures names of those that there are
     */
    static String of(String html, String address, Set<String> pictures) {
        return policy(address, pictures).sanitize(html);
    }

    private static PolicyFactory policy(String address, Set<String> pictures) {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p", "h3", "h4", "h5", "h6", "ul", "li", "table", "tbody", "tr", "td", "strong", "em", "s",
                        "sup", "span")
                .allowElements((element, attributes) -> attributes.contains("src") ? element : null, "img")
                .allowAttributes("id")
                .matching(Pattern.compile("[sr]\\d{1,6}"))
                .globally()
                .allowAttributes("class")
                .matching(Pattern.compile("note|page|centred|label|picture|quoted"))
                .globally()
                .allowAttributes("colspan")
                .matching(Pattern.compile("\\d{1,3}"))
                .onElements("td")
                .allowAttributes("src")
                .matching((element, attribute, value) -> served(value, address, pictures))
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .toFactory();
    }

    private static @Nullable String served(String value, String address, Set<String> pictures) {
        var name = value.startsWith(FILES) ? value.substring(FILES.length()) : "";
        return pictures.contains(name) ? address + name : null;
    }
}
