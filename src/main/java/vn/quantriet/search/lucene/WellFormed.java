package vn.quantriet.search.lucene;

import vn.quantriet.search.Passage;

/**
 * Text that UTF-8 can hold. Half of a pair of surrogates, which a program may leave where it cuts a text, is stored as a replacement
 * character: put there beforehand, what is read back is what was put.
 */
final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    static Passage of(Passage passage) {
        return new Passage(
                of(passage.key()),
                passage.kind(),
                passage.resolution(),
                passage.clause(),
                of(passage.number()),
                of(passage.source()),
                of(passage.title()),
                of(passage.text()),
                of(passage.href()),
                passage.cites(),
                passage.audience());
    }

    /** The same string when there is nothing to replace. */
    static String of(String text) {
        int first = brokenAt(text, 0);
        if (first < 0) {
            return text;
        }
        var letters = text.toCharArray();
        for (int i = first; i >= 0; i = brokenAt(text, i + 1)) {
            letters[i] = REPLACEMENT;
        }
        return new String(letters);
    }

    private static int brokenAt(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
