package vn.quantriet.editing.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.TextHistory.Stretch;

/** Words with those marked that are not in the other version. Everything is escaped; nothing of it can be markup. */
final class DifferenceHtml {
    private DifferenceHtml() {}

    static String before(List<Stretch> words) {
        return marked(words, "del");
    }

    static String after(List<Stretch> words) {
        return marked(words, "ins");
    }

    /** Words as they are. */
    static String plain(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }

    private static String marked(List<Stretch> words, String tag) {
        return words.stream()
                .map(stretch -> stretch.changed()
                        ? "<" + tag + ">" + plain(stretch.text()) + "</" + tag + ">"
                        : plain(stretch.text()))
                .collect(Collectors.joining());
    }
}
