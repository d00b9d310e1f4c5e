package vn.quantriet.content.format;

import java.util.Collection;
import java.util.Optional;
import vn.quantriet.ui.Unaccented;

/** What somebody may have meant by a word that does not exist. */
final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The word with the fewest slips between, of several the last; absent when none is like it. Accents and case are no slips. */
    static Optional<String> to(String got, Collection<String> words) {
        if (got.isBlank() || got.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = Unaccented.of(got);
        // Of a single letter nothing would be left.
        int most = Math.min(Math.max(1, folded.length() / 3), folded.length() - 1);
        Optional<String> best = Optional.empty();
        for (var word : words) {
            int slips = slips(folded, Unaccented.of(word));
            if (slips <= most) {
                most = slips;
                best = Optional.of(word);
            }
        }
        return best;
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    private static int slips(String a, String b) {
        if (b.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        var slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                slips[i][j] =
                        Math.min(slips[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[a.length()][b.length()];
    }
}
