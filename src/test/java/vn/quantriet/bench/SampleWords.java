package vn.quantriet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Strings words together as the sample library does: after each word comes one that has come after it there. */
public final class SampleWords {
    private static final Pattern NOT_WORDS = Pattern.compile("\\]\\([^)]*\\)|[^\\p{L}\\p{N}.;,? ]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;?]\\s*");
    private static final int SHORTEST = 12;
    private static final int LONGEST = 30;

    private final Map<String, List<String>> next = new HashMap<>();
    private final List<String> first = new ArrayList<>();

    private SampleWords() {}

    public static SampleWords of(Path library) throws IOException {
        var words = new SampleWords();
        try (var files = Files.walk(library)) {
            for (Path file :
                    files.filter(f -> f.endsWith("resolution.md")).sorted().toList()) {
                var text = Files.readString(file);
                text.substring(text.indexOf("\n---\n") + 5)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(words::learn);
            }
        }
        return words;
    }

    private void learn(String line) {
        for (var sentence : SENTENCE_END.split(NOT_WORDS.matcher(line).replaceAll(" "))) {
            var words = sentence.replace(",", " ").strip().split("\\s+");
            if (words.length > 2) {
                first.add(words[0]);
                for (int i = 1; i < words.length; i++) {
                    next.computeIfAbsent(words[i - 1], w -> new ArrayList<>()).add(words[i]);
                }
            }
        }
    }

    public String sentence(Random random) {
        return title(random, SHORTEST, LONGEST) + ".";
    }

    /** Words in a row, at most so many, the first with a capital. */
    public String title(Random random, int fewest, int most) {
        int length = fewest + random.nextInt(most - fewest);
        var words = new ArrayList<String>();
        String word = first.get(random.nextInt(first.size()));
        while (words.size() < length) {
            words.add(word);
            var after = next.get(word);
            word = after == null
                    ? first.get(random.nextInt(first.size())).toLowerCase(Locale.ROOT)
                    : after.get(random.nextInt(after.size()));
        }
        var text = String.join(" ", words);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
