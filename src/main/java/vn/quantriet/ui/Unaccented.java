package vn.quantriet.ui;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese without its marks, for comparing what people type with what is written: lower case, {@code đ} as {@code d}. */
public final class Unaccented {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Unaccented() {}

    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        // đ is a letter of its own in Unicode: it does not come apart into d and a mark.
        return MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
    }
}
