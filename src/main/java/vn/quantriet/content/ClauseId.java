package vn.quantriet.content;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identity of a clause within its text. It comes from where the clause first stood, such as {@code ii.1.a}, {@code c2} for a chapter
 * or {@code d5.2} in an article, with {@code -2}, {@code -3} and so on when another clause has or had that one. A clause keeps it
 * wherever it goes: where it stands now is its {@link Clause#label}.
 */
public record ClauseId(String value) {
    private static final Pattern SYNTAX =
            Pattern.compile("(c[1-9][0-9]*|([ivxlc]+|d[1-9][0-9]*)(\\.[0-9]+(\\.[a-zđ])?)?)(-([2-9]|[1-9][0-9]+))?");
    private static final int LONGEST = 20;

    public ClauseId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("expected a clause id such as ii.1.a, got '" + value + "'");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && SYNTAX.matcher(value).matches();
    }

    /** The {@code count}-th clause that stood where this one first did, from 2. */
    public ClauseId another(int count) {
        return new ClauseId(value + "-" + count);
    }

    /** This one, or the first {@link #another} that is not taken. */
    public ClauseId unlessIn(Set<ClauseId> taken) {
        var id = this;
        for (int count = 2; taken.contains(id); count++) {
            id = another(count);
        }
        return id;
    }

    @Override
    public String toString() {
        return value;
    }
}
