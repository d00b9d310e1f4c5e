package vn.quantriet.search.vietnamese;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Short forms of the field and what they stand for, from lines such as {@code T.Ư, TƯ, TW = trung ương}; several meanings are
 * parted by {@code |}. Synonyms stand in lines such as {@code bỏ cấp huyện ~ không tổ chức cấp huyện}. A line that begins with
 * {@code #} is a remark.
 */
public final class Abbreviations {
    private final Map<String, List<String>> meanings = new HashMap<>();
    private final Set<String> exactForms = new HashSet<>();
    private final Map<String, List<String>> shortForms = new HashMap<>();
    private final Map<String, List<String>> synonyms = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Abbreviations() {}

    public static Abbreviations none() {
        return new Abbreviations();
    }

    public static Abbreviations parse(List<String> lines) {
        var abbreviations = new Abbreviations();
        for (int i = 0; i < lines.size(); i++) {
            String line = Spelling.clean(lines.get(i)).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                abbreviations.read(line, i + 1);
            }
        }
        return abbreviations;
    }

    /**
     * What a word of a clean text may stand for, in words with their marks; empty when it is no short form. A short form that is
     * also a syllable, as TƯ is, must be written exactly so.
     */
    public List<String> meanings(String word) {
        String written = written(word);
        boolean syllable = TypingRepair.isSyllable(written);
        return syllable && !exactForms.contains(written)
                ? List.of()
                : meanings.getOrDefault(Spelling.key(written), List.of());
    }

    /** Short forms of a phrase given by the keys of its words, one space between. */
    public List<String> shortForms(String keys) {
        return shortForms.getOrDefault(keys, List.of());
    }

    /** Other ways to say a phrase, which is given by the canonical forms of its words, one space between. */
    public List<String> synonyms(String canonical) {
        return synonyms.getOrDefault(canonical, List.of());
    }

    /** Lines that could not be read: which, what was found and what was expected. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void read(String line, int number) {
        if (line.indexOf('~') > 0) {
            readSynonyms(line, number);
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 1 || line.substring(equals + 1).isBlank()) {
            problems.add("abbreviations.txt:" + number + ":1: got '" + line
                    + "', expected 'TW = trung ương' or 'bỏ ~ bãi bỏ'");
            return;
        }
        for (String shortForm : line.substring(0, equals).split(",")) {
            for (String meaning : line.substring(equals + 1).split("\\|")) {
                exactForms.add(written(shortForm));
                String key = Spelling.key(written(shortForm));
                meanings.computeIfAbsent(key, k -> new ArrayList<>()).add(meaning.strip());
                shortForms
                        .computeIfAbsent(keyOfWords(meaning), k -> new ArrayList<>())
                        .add(key);
            }
        }
    }

    private void readSynonyms(String line, int number) {
        List<String> phrases = Arrays.stream(line.split("~"))
                .map(String::strip)
                .filter(phrase -> !Spelling.words(phrase).isEmpty())
                .toList();
        if (phrases.size() < 2) {
            problems.add("abbreviations.txt:" + number + ":1: got '" + line + "', expected 'bỏ ~ bãi bỏ'");
            return;
        }
        for (String phrase : phrases) {
            List<String> others = synonyms.computeIfAbsent(canonicalWords(phrase), k -> new ArrayList<>());
            phrases.stream().filter(other -> !other.equals(phrase)).forEach(others::add);
        }
    }

    private static String canonicalWords(String phrase) {
        return String.join(
                " ", Spelling.words(phrase).stream().map(Spelling::canonical).toList());
    }

    private static String written(String shortForm) {
        return shortForm.replace(".", "").strip();
    }

    private static String keyOfWords(String phrase) {
        return String.join(
                " ", Spelling.words(phrase).stream().map(Spelling::key).toList());
    }
}
