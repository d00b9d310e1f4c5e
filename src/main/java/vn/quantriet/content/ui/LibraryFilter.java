package vn.quantriet.content.ui;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantriet.content.Resolution;

/**
 * Which texts to show: those of a kind that hold every word typed, accents aside.
 *
 * @param words as typed, may be empty
 */
record LibraryFilter(String words, Optional<Resolution.Kind> kind) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 200;

    LibraryFilter {
        words = words.strip();
        if (words.length() > LONGEST) {
            words = words.substring(0, LONGEST);
        }
    }

    boolean isEmpty() {
        return words.isEmpty() && kind.isEmpty();
    }

    List<Resolution> of(List<Resolution> resolutions) {
        var wanted = Arrays.stream(fold(words).split("\\s+")).toList();
        return resolutions.stream()
                .filter(r -> kind.isEmpty() || r.kind() == kind.get())
                .filter(r -> wanted.stream().allMatch(folded(r)::contains))
                .toList();
    }

    private static String folded(Resolution r) {
        return fold(String.join(
                " ",
                r.number(),
                r.id().value(),
                r.title(),
                r.shortTitle(),
                r.issuer(),
                String.join(" ", r.topics()),
                String.valueOf(r.issued().getYear())));
    }

    private static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}
