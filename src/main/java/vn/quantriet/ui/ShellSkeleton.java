package vn.quantriet.ui;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The frame of the shell as plain HTML of the same size, for pages whose first answer already holds what is to be read: nothing
 * moves when the real shell takes its place.
 */
@Component
public class ShellSkeleton {

    private final Mode mode;
    private final Translations translations;

    ShellSkeleton(Mode mode, Translations translations) {
        this.mode = mode;
        this.translations = translations;
    }

    /** Opens the frame; the page and {@code </div>} follow. */
    public String open(Locale language) {
        String trial =
                mode.isTrial() ? "<p class='trial-bar' role='note'>" + text("ui.shell.trial", language) + "</p>" : "";
        return "<div class='shell'>" + trial
                + "<header class='top'><a class='brand' href='/'>"
                + text("ui.shell.brand", language)
                + "</a></header>";
    }

    private String text(String key, Locale language) {
        return HtmlUtils.htmlEscape(translations.getTranslation(key, language), "UTF-8");
    }
}
