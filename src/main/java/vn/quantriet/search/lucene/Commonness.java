package vn.quantriet.search.lucene;

import java.util.Map;

/**
 * How common words are.
 *
 * @param passages in which a word occurs; absent: in none
 * @param all how many passages there are
 */
public record Commonness(Map<String, Integer> passages, int all) {

    /** The inverse document frequency: the rarer a word, the more it says. */
    double rarity(String word) {
        return Math.log(1 + all / (passages.getOrDefault(word, 0) + 0.5));
    }
}
