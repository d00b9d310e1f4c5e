package vn.quantriet.lectures.ui;

import java.util.regex.Pattern;

/** Fits a slide's HTML, as the library rendered and sanitised it, into a page. Sanitised text holds no bare "<". */
final class SlideHtml {
    private static final Pattern CITATION_LINE = Pattern.compile("\\s*<p class=\"cites\">.*?</p>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<(/?)h([1-5])(?=[\\s>])");

    private SlideHtml() {}

    /** Without the lines that are nothing but citations: who shows a slide shows its citations in a row of their own. */
    static String withoutCitationLines(String html) {
        return CITATION_LINE.matcher(html).replaceAll("");
    }

    /** With every heading one level lower: a slide's title is its h1, and the page has one already. */
    static String belowPageHeading(String html) {
        return HEADING.matcher(html).replaceAll(m -> "<" + m.group(1) + "h" + (Integer.parseInt(m.group(2)) + 1));
    }
}
