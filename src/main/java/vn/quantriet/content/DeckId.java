package vn.quantriet.content;

import java.util.regex.Pattern;

/** Identity of a deck: its text, and the name of its file in {@code slides/} without {@code .md}. */
public record DeckId(ResolutionId resolution, String name) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    public DeckId {
        if (!isValidName(name)) {
            throw new IllegalArgumentException(
                    "expected lower-case letters, digits and single hyphens, got '" + name + "'");
        }
    }

    public static boolean isValidName(String name) {
        return name.length() <= LONGEST && SYNTAX.matcher(name).matches();
    }

    @Override
    public String toString() {
        return resolution + "/" + name;
    }
}
