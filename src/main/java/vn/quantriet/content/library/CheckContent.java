package vn.quantriet.content.library;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.quantriet.content.Problem;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/**
 * {@code bin/check-content [folder] [--lang vi|en]}: says every problem of every file of a library folder, a line for each as
 * {@code file:line:column: sentence}. Ends with 0 when there is none, 1 when there are some, 2 when it could not look.
 */
public final class CheckContent {
    private static final int GOOD = 0;
    private static final int WRONG = 1;
    private static final int NOT_CHECKED = 2;
    private static final String FOLDER = "content";

    private final Translations texts = new Translations();
    private final Locale language;
    private final PrintStream out;
    private final PrintStream err;

    private CheckContent(Locale language, PrintStream out, PrintStream err) {
        this.language = language;
        this.out = out;
        this.err = err;
    }

    @SuppressWarnings("SystemExitOutsideMain") // This is main.
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), System.getenv(), out, err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        var rest = new ArrayList<>(arguments);
        var wanted = environment.getOrDefault(
                "LC_ALL", environment.getOrDefault("LC_MESSAGES", environment.getOrDefault("LANG", "")));
        int option = rest.indexOf("--lang");
        if (option >= 0) {
            wanted = option + 1 < rest.size() ? rest.get(option + 1) : "?";
            rest.subList(option, Math.min(option + 2, rest.size())).clear();
        }
        var language = wanted.startsWith("en") ? Translations.ENGLISH : Translations.VIETNAMESE;
        var check = new CheckContent(language, out, err);
        boolean unknownLanguage = option >= 0 && !wanted.equals("vi") && !wanted.equals("en");
        if (unknownLanguage || rest.size() > 1 || rest.stream().anyMatch(word -> word.startsWith("-"))) {
            return check.refuse("content.check.usage");
        }
        return check.check(rest.isEmpty() ? FOLDER : rest.getFirst());
    }

    private int check(String folder) {
        var root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return refuse("content.check.noFolder", folder);
        }
        var checked = new FolderCheck(root).check();
        if (checked.texts() == 0 && checked.problems().isEmpty()) {
            return refuse("content.check.noTexts", folder);
        }
        checked.problems().forEach(problem -> out.println(line(folder, problem)));
        long files = checked.problems().stream().map(Problem::file).distinct().count();
        if (files == 0) {
            err.println(say("content.check.good", number(checked.texts())));
            return GOOD;
        }
        err.println(
                say("content.check.wrong", number(checked.problems().size()), number(files), number(checked.texts())));
        return WRONG;
    }

    private String line(String folder, Problem problem) {
        var place = Path.of(folder).resolve(problem.file()) + ":" + problem.line() + ":" + problem.column();
        var sentence =
                say("content.problem." + problem.code(), problem.arguments().toArray());
        // Words of a file must not move the cursor of a terminal.
        return (place + ": " + sentence).replaceAll("\\p{Cc}", "\uFFFD");
    }

    private int refuse(String key, Object... arguments) {
        err.println(say(key, arguments));
        return NOT_CHECKED;
    }

    private String number(long number) {
        return Formats.number(number, language);
    }

    private String say(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }
}
