package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.quantriet.ui.Translations;

/** Every problem has its sentence, and every sentence says how to mend it. */
class ProblemSentencesTest {
    private static final String PREFIX = "content.problem.";
    private static final Pattern REPORT = Pattern.compile(
            "(?:report|problem|at|refused|attached|NoDrawing)\\s*\\([^;]*?\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    private final Translations texts = new Translations();

    @Test
    void everyCodeThatIsReportedHasASentence() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/vn/quantriet/content"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                REPORT.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }

        assertThat(codes).hasSizeGreaterThan(60).contains("quiz-right-one", "svg-copies", "relation-circle");
        assertThat(codes).allMatch(code -> texts.keysOf(Translations.VIETNAMESE).containsKey(PREFIX + code));
    }

    @Test
    void everySentenceSaysHowToMendIt() {
        var sentences = texts.keysOf(Translations.VIETNAMESE).entrySet().stream()
                .filter(text -> text.getKey().startsWith(PREFIX))
                .toList();

        assertThat(sentences).hasSizeGreaterThan(80);
        assertThat(sentences)
                .allMatch(text -> text.getValue().toLowerCase(Locale.ROOT).contains("hãy "));
    }
}
