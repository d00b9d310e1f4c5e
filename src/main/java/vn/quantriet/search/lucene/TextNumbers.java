package vn.quantriet.search.lucene;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.quantriet.content.ResolutionId;

/**
 * Numbers texts from 0 on, so that what is known of each can stand in arrays, and be counted in them. A text keeps its number as long
 * as the program runs.
 */
final class TextNumbers {
    private static final Map<ResolutionId, Integer> NUMBERS = new ConcurrentHashMap<>();
    private static volatile ResolutionId[] texts = new ResolutionId[1024];

    private TextNumbers() {}

    static int of(ResolutionId text) {
        Integer known = NUMBERS.get(text);
        return known == null ? add(text) : known;
    }

    private static synchronized int add(ResolutionId text) {
        Integer known = NUMBERS.get(text);
        if (known != null) {
            return known;
        }
        int number = NUMBERS.size();
        ResolutionId[] all = number < texts.length ? texts : Arrays.copyOf(texts, number * 2);
        all[number] = text;
        texts = all;
        NUMBERS.put(text, number);
        return number;
    }

    /** @param number that a text was given */
    static ResolutionId text(int number) {
        return texts[number];
    }

    /** All numbers given so far are smaller. */
    static int count() {
        return NUMBERS.size();
    }
}
