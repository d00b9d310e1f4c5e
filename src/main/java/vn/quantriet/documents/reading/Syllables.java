package vn.quantriet.documents.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows what a Vietnamese syllable looks like. */
final class Syllables {
    private static final Pattern TONE = Pattern.compile("[\\x{0300}\\x{0301}\\x{0303}\\x{0309}\\x{0323}]");
    private static final Pattern SYLLABLE = Pattern.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
            + "(?:uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|uêu|oa|oă|oe|uê|uy|uâ|uơ|iê|yê|ia|ya|ua|uô|ưa|ươ|ai|ao|au"
            + "|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|[aăâeêioôơuưy])(?:ch|nh|ng|[cmnpt])?");
    private static final Pattern EDGES = Pattern.compile("^[\\p{Punct}“”‘’…–—]+|[\\p{Punct}“”‘’…–—]+$");

    private Syllables() {}

    static boolean isSyllable(String word) {
        var parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var tones = TONE.matcher(parts);
        int count = 0;
        while (tones.find()) {
            count++;
        }
        var plain = Normalizer.normalize(TONE.matcher(parts).replaceAll(""), Normalizer.Form.NFC);
        return count <= 1 && SYLLABLE.matcher(plain).matches();
    }

    /**
     * How many of the words with letters beyond ASCII are syllables, from 0 to 1; the others say nothing.
     *
     * @return -1 when there are fewer such words than {@code fewest}
     */
    static double share(String text, int fewest) {
        int words = 0;
        int syllables = 0;
        for (var word : text.split("[\\s/\\-]+")) {
            var bare = EDGES.matcher(word).replaceAll("");
            if (bare.chars().anyMatch(letter -> letter > 0x7F)) {
                words++;
                syllables += isSyllable(bare) ? 1 : 0;
            }
        }
        return words < fewest ? -1 : (double) syllables / words;
    }
}
