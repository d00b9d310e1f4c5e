package vn.quantriet.documents;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Cleans HTML that was made of a document: it comes out of a process that had a stranger's file in its hands. */
final class PlainHtml {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "h3", "h4", "h5", "h6", "ul", "li", "table", "tbody", "tr", "td", "strong", "em", "s", "sup",
                    "span")
            .allowAttributes("id")
            .matching(Pattern.compile("[sr]\\d{1,6}"))
            .globally()
            .allowAttributes("class")
            .matching(Pattern.compile("note|page|centred|label|picture|quoted"))
            .globally()
            .allowAttributes("colspan")
            .matching(Pattern.compile("\\d{1,3}"))
            .onElements("td")
            .toFactory();

    private PlainHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }
}
