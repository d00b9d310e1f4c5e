package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.List;
import vn.quantriet.content.Problem;

/** Characters that nobody sees and nobody types, but that can make a text read otherwise than it is written. */
final class Controls {
    private static final int MOST_REPORTED = 20;

    private Controls() {}

    /** The first ones, each at its place. */
    static List<Problem> of(SourceFile file) {
        List<Problem> problems = new ArrayList<>();
        var text = file.text();
        for (int i = 0; i < text.length() && problems.size() < MOST_REPORTED; i++) {
            if (isForbidden(text.charAt(i))) {
                problems.add(file.problem(i, "control-character", "U+%04X".formatted((int) text.charAt(i))));
            }
        }
        return problems;
    }

    /** Control characters but tab and line feed; marks that turn the direction of writing; a byte order mark within the text. */
    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\t' && c != '\n')
                || (c >= 0x7F && c <= 0x9F && c != 0x85)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF;
    }
}
