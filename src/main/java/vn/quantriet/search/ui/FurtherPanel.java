package vn.quantriet.search.ui;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Holding;
import vn.quantriet.content.ReadingPanel;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Translations;

/** Beside a clause that is read: what else speaks of it, and where it is cited. Asked for only when the reader wants to know. */
@Component
class FurtherPanel implements ReadingPanel {
    private final Translations texts;

    FurtherPanel(Translations texts) {
        this.texts = texts;
    }

    @Override
    public List<ThreadItem> items(Holding holding) {
        return List.of();
    }

    @Override
    public List<Further> further(ResolutionId text) {
        Locale locale = LocaleContextHolder.getLocale();
        return List.of(
                new Further(texts.getTranslation("search.reader.similar", locale), "/api/search/similar/" + text + "/"),
                new Further(texts.getTranslation("search.reader.citing", locale), "/api/search/citing/" + text + "/"));
    }
}
