package vn.quantriet.content.ui;

import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.TextFinder;

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

    List<Resolution> of(TextFinder finder) {
        var found = finder.matching(words);
        return kind.isEmpty()
                ? found
                : found.stream().filter(r -> r.kind() == kind.get()).toList();
    }
}
