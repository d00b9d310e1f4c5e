package vn.quantriet.search.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Hit;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.Search.Segment;
import vn.quantriet.search.vietnamese.Spelling;

/**
 * The words that were found, to be marked once more where a hit is opened: those of the query as it was read, and what stands for
 * them in the hit itself, such as an abbreviation written out.
 */
final class FoundWords {
    /** In the address of a page: the words to mark there. */
    static final String PARAMETER = "tim";

    private static final int MOST = 24;
    private static final int LONGEST = 200;

    /** By their keys, in the order of the query. */
    private final Map<String, String> asked = new LinkedHashMap<>();

    /** The key of the last word, which also finds words that begin with it, because it may still be being typed. */
    private String last = "";

    private FoundWords() {}

    /** Words that no hit has marked are too common to be worth it, or were not found. */
    static FoundWords of(String typed, Results found) {
        Set<String> marked = new HashSet<>();
        found.hits().stream().flatMap(FoundWords::marks).forEach(word -> marked.add(Spelling.key(word)));
        var words = new FoundWords();
        for (String word : Spelling.words(Spelling.clean(found.readAs().orElse(typed)))) {
            words.last = Spelling.key(word);
            if (marked.contains(words.last)) {
                words.asked.putIfAbsent(words.last, word);
            }
        }
        return words;
    }

    /** Where a hit opens, with the words to mark in its clause or slide; a text as a whole opens without. */
    String href(Hit hit) {
        Passage passage = hit.passage();
        String href = passage.href();
        int at = href.indexOf('#');
        String words = in(hit);
        if (at < 0 || words.isEmpty()) {
            return href;
        }
        return href.substring(0, at) + "?" + PARAMETER + "=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                + href.substring(at);
    }

    private String in(Hit hit) {
        Map<String, String> words = new LinkedHashMap<>(asked);
        marks(hit).filter(word -> !isMereBeginning(word)).forEach(word -> words.putIfAbsent(Spelling.key(word), word));
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String word : words.values().stream().limit(MOST).toList()) {
            length += word.length() + 1;
            if (length <= LONGEST) {
                kept.add(word);
            }
        }
        return String.join(" ", kept);
    }

    /** Whether a word was found only for how it begins, though the last word is a word of its own. */
    private boolean isMereBeginning(String word) {
        return asked.containsKey(last) && Spelling.key(word).startsWith(last);
    }

    private static Stream<String> marks(Hit hit) {
        return Stream.of(hit.title(), hit.excerpt())
                .flatMap(List::stream)
                .filter(Segment::marked)
                .flatMap(segment -> Spelling.words(segment.text()).stream());
    }

    /** Neighbouring marks with nothing but a space between them as one. */
    static List<Segment> joined(List<Segment> segments) {
        List<Segment> joined = new ArrayList<>();
        Optional<Segment> space = Optional.empty();
        for (Segment segment : segments) {
            boolean afterMark = !joined.isEmpty() && joined.getLast().marked();
            if (afterMark && !segment.marked() && segment.text().isBlank()) {
                space = Optional.of(segment);
            } else if (afterMark && segment.marked() && space.isPresent()) {
                Segment before = joined.removeLast();
                joined.add(new Segment(before.text() + space.get().text() + segment.text(), true));
                space = Optional.empty();
            } else {
                space.ifPresent(joined::add);
                space = Optional.empty();
                joined.add(segment);
            }
        }
        space.ifPresent(joined::add);
        return joined;
    }
}
