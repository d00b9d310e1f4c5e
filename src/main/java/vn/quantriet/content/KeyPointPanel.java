package vn.quantriet.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.ui.Translations;

/** Puts each key point beside the clauses it cites. */
@Component
class KeyPointPanel implements ReadingPanel {

    private final Translations translations;

    KeyPointPanel(Translations translations) {
        this.translations = translations;
    }

    @Override
    public List<ThreadItem> items(Holding holding) {
        return holding.keyPoints().stream()
                .flatMap(point ->
                        point.cites().stream().distinct().map(clause -> item(holding.resolution(), point, clause)))
                .toList();
    }

    private ThreadItem item(Resolution text, KeyPoint point, ClauseId clause) {
        String cited = point.cites().stream().map(text::label).distinct().collect(Collectors.joining(", "));
        return new ThreadItem(
                clause,
                Kind.KEY_POINT,
                say("content.thread.keyPoint"),
                say("content.thread.cites", cited),
                "<p><strong>" + HtmlUtils.htmlEscape(point.title(), "UTF-8") + "</strong></p>" + point.html(),
                Optional.empty(),
                Optional.empty());
    }

    private String say(String key, Object... arguments) {
        return translations.getTranslation(key, LocaleContextHolder.getLocale(), arguments);
    }
}
