package vn.quantriet.content;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Identity of a clause within its text, built from its numbering: {@code ii}, {@code ii.1}, {@code ii.1.a}. */
public record ClauseId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[ivxlc]+(\\.[0-9]+(\\.[a-zđ])?)?");
    private static final int LONGEST = 20;

    public ClauseId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("expected a clause id such as ii.1.a, got '" + value + "'");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && SYNTAX.matcher(value).matches();
    }

    public Optional<ClauseId> parent() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new ClauseId(value.substring(0, dot)));
    }

    /** As people cite it: {@code II.1.a}. */
    public String label() {
        int dot = value.indexOf('.');
        return dot < 0
                ? value.toUpperCase(Locale.ROOT)
                : value.substring(0, dot).toUpperCase(Locale.ROOT) + value.substring(dot);
    }

    @Override
    public String toString() {
        return value;
    }
}
