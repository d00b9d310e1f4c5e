package vn.quantriet.ui;

/**
 * The first letters of a text as one number, such that the texts which begin alike have the numbers of one range. An index over it
 * finds beginnings on every database: an index over text does so only where it is collated by bytes, which on PostgreSQL depends on
 * how the machine was set up, and in a Vietnamese one "ng" may count as a letter of its own.
 */
public final class LeadingLetters {
    /** How many letters a number holds; texts that differ later share it. */
    public static final int HELD = 12;

    private static final long SIGNS = 38;
    private static final long LAST_SIGN = SIGNS - 1;
    private static final int GAP = 1;
    private static final int FIRST_DIGIT = 2;
    private static final int FIRST_LETTER = 12;

    private LeadingLetters() {}

    /** The number of a text in lower case without marks, and the lowest of the texts that begin with it. */
    public static long of(String unaccented) {
        return number(unaccented, 0);
    }

    /** The highest number of the texts that begin with this one. */
    public static long last(String unaccented) {
        return number(unaccented, LAST_SIGN);
    }

    private static long number(String unaccented, long filling) {
        long number = 0;
        for (int i = 0; i < HELD; i++) {
            number = number * SIGNS + (i < unaccented.length() ? sign(unaccented.charAt(i)) : filling);
        }
        return number;
    }

    private static long sign(char c) {
        if (c >= 'a' && c <= 'z') {
            return FIRST_LETTER + (c - 'a');
        }
        return c >= '0' && c <= '9' ? FIRST_DIGIT + (c - '0') : GAP;
    }
}
