package vn.quantriet.content.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Resolution;
import vn.quantriet.ui.Unaccented;

/**
 * Which texts to show: those of a kind that hold every word typed, accents aside.
 *
 * @param words as typed, may be empty
 */
record LibraryFilter(String words, Optional<Resolution.Kind> kind) {
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
        var wanted = Arrays.stream(Unaccented.of(words).split("\\s+")).toList();
        return resolutions.stream()
                .filter(r -> kind.isEmpty() || r.kind() == kind.get())
                .filter(r -> wanted.stream().allMatch(folded(r)::contains))
                .toList();
    }

    private static String folded(Resolution r) {
        return Unaccented.of(String.join(
                " ",
                r.number(),
                r.id().value(),
                r.title(),
                r.shortTitle(),
                r.issuer(),
                String.join(" ", r.topics()),
                String.valueOf(r.issued().getYear())));
    }
}
