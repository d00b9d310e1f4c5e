package vn.quantriet.content;

import java.util.regex.Pattern;

/** Identity of a text: the name of its folder in the library, such as {@code 57-nq-tw}. */
public record ResolutionId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 80;

    public ResolutionId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "expected lower-case letters, digits and single hyphens, got '" + value + "'");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
