package vn.quantriet.content.ui;

import java.util.Locale;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.ui.Translations;

/** The texts of the reading element: all keys that begin with {@code reader.}, without that beginning. */
@Component
class ReaderLabels {
    private static final String PREFIX = "reader.";

    private final String vietnamese;
    private final String english;

    ReaderLabels(Translations translations, JsonMapper json) {
        this.vietnamese = labels(translations, json, Translations.VIETNAMESE);
        this.english = labels(translations, json, Translations.ENGLISH);
    }

    /** A JSON object, made once for each language. */
    String in(Locale language) {
        return language.getLanguage().equals("en") ? english : vietnamese;
    }

    private static String labels(Translations translations, JsonMapper json, Locale language) {
        var labels = new TreeMap<String, String>();
        translations.keysOf(language).forEach((key, text) -> {
            if (key.startsWith(PREFIX)) {
                labels.put(key.substring(PREFIX.length()), text);
            }
        });
        return json.writeValueAsString(labels);
    }
}
