package vn.quantriet.content.library;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPreview;
import vn.quantriet.content.format.PreviewHtml;
import vn.quantriet.ui.Translations;

/** Renders what is asked for, and keeps nothing of it. */
@Service
class RenderedPreview implements TextPreview {
    private final Translations texts;

    RenderedPreview(Translations texts) {
        this.texts = texts;
    }

    @Override
    public String html(
            ResolutionId id, String path, String markdown, Locale language, Map<String, String> attachments) {
        return new PreviewHtml(texts, language).of(id, path, markdown, attachments);
    }
}
