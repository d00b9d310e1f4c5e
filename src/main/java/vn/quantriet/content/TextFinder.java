package vn.quantriet.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.quantriet.ui.Unaccented;

/**
 * Finds texts by what lists show of them, accents and case aside, as somebody types. For finding by what texts say there is the
 * search. Safe for use by many threads.
 */
@Component
public class TextFinder {
    private static final int LONGEST = 200;

    private final Library library;
    private volatile Folded folded = new Folded(List.of(), List.of());

    public TextFinder(Library library) {
        this.library = library;
    }

    /** @param words of each text, in the order of the texts */
    private record Folded(List<Resolution> texts, List<String> words) {}

    /** Texts in whose number, titles, issuer, topics or year every word typed occurs; all of them when there is none. Newest first. */
    public List<Resolution> matching(String typed) {
        var now = folded();
        var words = Arrays.stream(Unaccented.of(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed)
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return now.texts();
        }
        List<Resolution> found = new ArrayList<>();
        for (int i = 0; i < now.texts().size(); i++) {
            if (words.stream().allMatch(now.words().get(i)::contains)) {
                found.add(now.texts().get(i));
            }
        }
        return found;
    }

    /** Only of texts that changed since somebody last looked are the words folded again. */
    private Folded folded() {
        var texts = library.resolutions();
        var known = folded;
        if (known.texts() == texts) {
            return known;
        }
        Map<Resolution, String> before = new IdentityHashMap<>();
        for (int i = 0; i < known.texts().size(); i++) {
            before.put(known.texts().get(i), known.words().get(i));
        }
        List<String> words = new ArrayList<>(texts.size());
        for (var text : texts) {
            var found = before.get(text);
            words.add(found == null ? folded(text) : found);
        }
        var now = new Folded(texts, words);
        folded = now;
        return now;
    }

    private static String folded(Resolution text) {
        return Unaccented.of(String.join(
                " ",
                text.number(),
                text.id().value(),
                text.title(),
                text.shortTitle(),
                text.issuer(),
                String.join(" ", text.topics()),
                String.valueOf(text.issued().getYear())));
    }
}
