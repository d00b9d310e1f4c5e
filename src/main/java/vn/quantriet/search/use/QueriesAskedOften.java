package vn.quantriet.search.use;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.quantriet.search.FrequentQueries;

/**
 * Suggests what at least three members, or somebody on at least three days, asked and found. An answer serves for a minute. Safe for
 * use by many threads.
 */
@Service
class QueriesAskedOften implements FrequentQueries {
    private static final Duration SERVES = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 5_000;

    /** Enough to be left with some when those are passed over that differ only later, or only by their accents. */
    private static final int READ = 60;

    private final UsedQueries queries;
    private final Clock clock;
    private final Map<String, Answer> kept = new HashMap<>();

    QueriesAskedOften(UsedQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    private record Answer(List<String> texts, Instant until) {}

    @Override
    public List<String> beginningWith(String typed, int limit) {
        if (typed.length() > QueryText.LONGEST) {
            return List.of();
        }
        String folded = QueryText.folded(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        // What is finished with a space is not the beginning of a longer word.
        boolean finished = Character.isWhitespace(typed.charAt(typed.length() - 1));
        return answer(finished ? folded + " " : folded).stream().limit(limit).toList();
    }

    private List<String> answer(String beginning) {
        var now = clock.instant();
        synchronized (kept) {
            var known = kept.get(beginning);
            if (known != null && now.isBefore(known.until())) {
                return known.texts();
            }
        }
        var texts = read(beginning);
        synchronized (kept) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(beginning, new Answer(texts, now.plus(SERVES)));
        }
        return texts;
    }

    /** Of texts that differ by accents alone the most frequent. */
    private List<String> read(String beginning) {
        Map<String, String> byFolded = new LinkedHashMap<>();
        for (String text : queries.frequent(beginning, READ)) {
            String folded = QueryText.folded(text);
            if (folded.startsWith(beginning)) {
                byFolded.putIfAbsent(folded, text);
            }
        }
        return List.copyOf(byFolded.values());
    }
}
