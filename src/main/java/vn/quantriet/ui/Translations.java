package vn.quantriet.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text the portal shows, from {@code i18n/<module>_<language>.properties}. Vietnamese is the language of whoever asks for
 * another than the two there are. Texts are {@link MessageFormat} patterns: an apostrophe is written twice.
 */
@Component
public class Translations implements I18NProvider {

    public static final Locale VIETNAMESE = Locale.of("vi", "VN");
    public static final Locale ENGLISH = Locale.of("en", "GB");

    private final Map<String, Map<String, String>> byLanguage =
            Map.of(VIETNAMESE.getLanguage(), load(VIETNAMESE), ENGLISH.getLanguage(), load(ENGLISH));

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(VIETNAMESE, ENGLISH);
    }

    /** The text for {@code key}; a missing one shows its key in exclamation marks, so that it is seen and mended. */
    @Override
    public String getTranslation(String key, @Nullable Locale locale, @Nullable Object... parameters) {
        Locale language = locale != null && locale.getLanguage().equals("en") ? ENGLISH : VIETNAMESE;
        String pattern = keysOf(language).get(key);
        return pattern == null ? "!" + key + "!" : new MessageFormat(pattern, language).format(parameters);
    }

    /** All keys with their patterns in one of the two languages. */
    public Map<String, String> keysOf(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), Map.of());
    }

    private static Map<String, String> load(Locale locale) {
        Map<String, String> texts = new HashMap<>();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + locale.getLanguage() + ".properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }
}
