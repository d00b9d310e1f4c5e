package vn.quantriet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.quantriet.ui.Translations;

class TranslationsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/i18n");

    /** A whole key, such as {@code "study.today.hello"}, or the beginning of one that is put together, ending in a dot. */
    private static final Pattern KEY = Pattern.compile("\"((?:%s)\\.[A-Za-z0-9_.-]+)\"".formatted(modules()));

    private final Translations translations = new Translations();

    private static String modules() {
        String[] files = Objects.requireNonNull(TEXTS.toFile().list((folder, name) -> name.endsWith("_vi.properties")));
        return Arrays.stream(files)
                .map(name -> name.replace("_vi.properties", ""))
                .collect(Collectors.joining("|"));
    }

    /** What the scripts in the browser say, which is handed to them as a whole. */
    private static boolean isUsedInTheBrowser(String key, String scripts) {
        return key.startsWith("reader.")
                && Pattern.compile("['\"`.]" + Pattern.quote(key.substring("reader.".length())) + "\\b")
                        .matcher(scripts)
                        .find();
    }

    private static String scripts() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("frontend"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ts")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static List<String> keysUsed() throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    private Map<String, String> vietnamese() {
        return translations.keysOf(Translations.VIETNAMESE);
    }

    private Map<String, String> english() {
        return translations.keysOf(Translations.ENGLISH);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(vietnamese()).hasSizeGreaterThan(300);
        assertThat(new TreeSet<>(english().keySet()))
                .isEqualTo(new TreeSet<>(vietnamese().keySet()));
    }

    @Test
    void noTextIsEmpty() {
        assertThat(vietnamese().values()).noneMatch(String::isBlank);
        assertThat(english().values()).noneMatch(String::isBlank);
    }

    @Test
    void placeholdersAgree() {
        vietnamese()
                .forEach((key, text) -> assertThat(placeholders(english().getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(text)));
    }

    private static TreeSet<String> placeholders(String pattern) {
        var found = new TreeSet<String>();
        Pattern.compile("\\{(\\d+)").matcher(pattern).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    @Test
    void everyPatternIsWellFormedAndItsApostrophesAreDoubled() {
        Stream.of(vietnamese(), english())
                .flatMap(texts -> texts.entrySet().stream())
                .forEach(text -> {
                    new MessageFormat(text.getValue(), Locale.ROOT);
                    assertThat(text.getValue().replace("''", ""))
                            .as(text.getKey())
                            .doesNotContain("'");
                });
    }

    @Test
    void everyKeyInTheSourcesHasAText() throws IOException {
        var used = keysUsed().stream()
                .filter(key -> !key.endsWith(".") && !key.endsWith("-"))
                .toList();

        assertThat(used).hasSizeGreaterThan(200);
        assertThat(used)
                .allMatch(key -> vietnamese().containsKey(key)
                        || vietnamese().keySet().stream().anyMatch(k -> k.startsWith(key + ".")));
    }

    @Test
    void everyTextIsUsed() throws IOException {
        var used = keysUsed();
        var scripts = scripts();

        assertThat(vietnamese().keySet())
                .allMatch(key -> isUsedInTheBrowser(key, scripts)
                        || used.contains(key)
                        || used.stream().anyMatch(part -> key.startsWith(part.endsWith(".") ? part : part + ".")));
    }

    @Test
    void everyFileBelongsToALanguage() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(12)
                    .allMatch(name -> name.endsWith("_vi.properties") || name.endsWith("_en.properties"));
        }
    }
}
