package vn.quantriet.documents.reading;

/** How the library writes the number of a clause. */
enum Form {
    ROMAN,
    ARABIC,
    LETTER,
    CHAPTER,
    ARTICLE;

    String write(int value) {
        return switch (this) {
            case ROMAN -> Counters.roman(value) + ".";
            case ARABIC -> value + ".";
            case LETTER -> letter(value) + ")";
            case CHAPTER -> "Chương " + Counters.roman(value) + ".";
            case ARTICLE -> "Điều " + value + ".";
        };
    }

    /** After the last letter of the alphabet there is none; what the source has is then not a clause of this library. */
    private static String letter(int value) {
        return value >= 1 && value <= Numeral.LETTERS.length() ? Numeral.LETTERS.substring(value - 1, value) : "y";
    }

    boolean writes(Numeral.Kind kind) {
        return switch (this) {
            case ROMAN -> kind == Numeral.Kind.ROMAN;
            case ARABIC -> kind == Numeral.Kind.ARABIC;
            case LETTER -> kind == Numeral.Kind.LETTER;
            case CHAPTER -> kind == Numeral.Kind.CHAPTER;
            case ARTICLE -> kind == Numeral.Kind.ARTICLE;
        };
    }
}
