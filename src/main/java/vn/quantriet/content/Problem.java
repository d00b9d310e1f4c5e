package vn.quantriet.content;

import java.util.Arrays;
import java.util.List;

/**
 * Something wrong in a file of the library. Its sentence is the translation {@code content.problem.<code>} with
 * {@code arguments}, and says what was found, what was expected and how to mend it.
 *
 * @param file path below the library folder, such as {@code 57-nq-tw/quiz.md}
 * @param line from 1
 * @param column from 1
 */
public record Problem(String file, int line, int column, String code, List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem at(String file, int line, int column, String code, Object... arguments) {
        return new Problem(
                file,
                line,
                column,
                code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** {@code quiz.md:14:3}, as editors and compilers print it. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
