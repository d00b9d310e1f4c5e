package vn.quantriet.documents.writing;

import java.util.Locale;
import vn.quantriet.content.Fact;
import vn.quantriet.content.Resolution;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** The words that we add to a document, in one language. */
record Wording(Translations texts, Locale language) {

    String say(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    /** {@code Nghị quyết 57-NQ/TW · Bộ Chính trị · 22/12/2024} */
    String identity(Resolution text) {
        return say(
                "documents.text.identity",
                say("content.kind." + text.kind().name().toLowerCase(Locale.ROOT)),
                text.number(),
                text.issuer(),
                Formats.date(text.issued()));
    }

    String verification(Fact fact) {
        return say("content.fact." + fact.status().name().toLowerCase(Locale.ROOT));
    }
}
