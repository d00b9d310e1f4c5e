package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.quantriet.search.Search.Segment;
import vn.quantriet.search.vietnamese.DocumentNumber;
import vn.quantriet.search.vietnamese.Spelling;

/**
 * Marks in a passage what a query matched, and chooses the excerpt. A word is marked when it is the query's word with its marks
 * right; only where no such word occurs in the passage, those that differ in their marks alone.
 */
final class Marking {
    private static final int EXCERPT = 200;
    private static final int LEAD = 40;
    private static final String CUT = "…";

    /** Words that are this common beside the query's rarest are marked only beside others. */
    private static final double WORTH_A_MARK = 0.3;

    private final Map<String, Double> weights = new HashMap<>();
    private final double worthAMark;
    private final Set<String> accented = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final String prefix;

    Marking(ReadQuery query, PassageEngine engine) {
        Set<String> words = new HashSet<>(Chain.FOLD.terms(query.plainRest()));
        accented.addAll(Chain.VN.terms(query.accentedRest()));
        for (String meaning : query.meanings()) {
            words.addAll(Chain.FOLD.terms(meaning));
            accented.addAll(Chain.VN.terms(meaning));
        }
        var commonness = engine.commonness(words);
        words.forEach(word -> weights.put(word, commonness.rarity(word)));
        worthAMark = WORTH_A_MARK
                * weights.values().stream().mapToDouble(w -> w).max().orElse(0);
        query.numbers().forEach(number -> numbers.add(number.term()));
        prefix = query.unfinished().orElse("");
    }

    Marked mark(String title, String text) {
        List<Word> titleWords = words(title);
        List<Word> textWords = words(text);
        Set<String> right = new HashSet<>();
        for (List<Word> words : List.of(titleWords, textWords)) {
            words.stream().filter(w -> accented.contains(w.canonical())).forEach(w -> right.add(w.key()));
        }
        return new Marked(whole(title, matches(titleWords, right)), excerpt(text, matches(textWords, right)));
    }

    static List<Segment> unmarked(String text) {
        return whole(text, List.of());
    }

    /** The first of a text, as long as an excerpt. */
    static List<Segment> beginning(String text) {
        return excerpt(text, List.of());
    }

    /** Title and excerpt of one passage. */
    record Marked(List<Segment> title, List<Segment> excerpt) {}

    private record Word(String key, String canonical, boolean cited, int start, int end) {}

    private record Match(String key, double weight, int start, int end) {}

    /** Only words that may match, for a passage has many others. */
    private List<Word> words(String text) {
        BitSet cited = cited(text);
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isOfWord(text, at)) {
                at++;
            }
            if (at == start) {
                at++;
                continue;
            }
            String written = text.substring(start, at);
            String key = Spelling.key(written);
            if (weights.containsKey(key) || cited.get(start) || !prefix.isEmpty() && key.startsWith(prefix)) {
                words.add(new Word(key, Spelling.canonical(written), cited.get(start), start, at));
            }
        }
        return words;
    }

    private static boolean isOfWord(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private List<Match> matches(List<Word> words, Set<String> right) {
        List<Match> matches = new ArrayList<>();
        for (Word word : words) {
            Double weight = weights.get(word.key());
            boolean whole = weight != null && (!right.contains(word.key()) || accented.contains(word.canonical()));
            boolean begun =
                    !prefix.isEmpty() && !right.contains(prefix) && word.key().startsWith(prefix);
            if (whole || begun || word.cited()) {
                double told = weight == null ? 1 : weight;
                double weighed = begun || word.cited() ? Math.max(told, worthAMark) : told;
                matches.add(new Match(word.key(), weighed, word.start(), word.end()));
            }
        }
        return worthAMark(matches);
    }

    /** Those that stand, one beside the other, with one that tells something. */
    private List<Match> worthAMark(List<Match> matches) {
        List<Match> worth = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= matches.size(); to++) {
            if (to == matches.size()
                    || matches.get(to).start() > matches.get(to - 1).end() + 1) {
                List<Match> together = matches.subList(from, to);
                if (together.stream().anyMatch(match -> match.weight() >= worthAMark)) {
                    worth.addAll(together);
                }
                from = to;
            }
        }
        return worth;
    }

    private BitSet cited(String text) {
        var cited = new BitSet();
        if (!numbers.isEmpty()) {
            DocumentNumber.in(text).stream()
                    .filter(n -> n.terms().stream().anyMatch(numbers::contains))
                    .forEach(n -> cited.set(n.from(), n.to()));
        }
        return cited;
    }

    private static List<Segment> whole(String text, List<Match> matches) {
        return segments(text, 0, text.length(), matches);
    }

    private static List<Segment> excerpt(String text, List<Match> matches) {
        if (text.length() <= EXCERPT + LEAD) {
            return whole(text, matches);
        }
        int from = wordStart(text, Math.max(0, best(matches) - LEAD));
        int to = wordEnd(text, Math.min(text.length(), from + EXCERPT));
        List<Segment> segments = new ArrayList<>();
        if (from > 0) {
            segments.add(new Segment(CUT, false));
        }
        segments.addAll(segments(text, from, to, matches));
        if (to < text.length()) {
            segments.add(new Segment(CUT, false));
        }
        return segments;
    }

    /** Where the window begins whose matches weigh most, each word counted once and a little more when repeated. */
    private static int best(List<Match> matches) {
        int best = 0;
        double most = 0;
        for (int i = 0; i < matches.size(); i++) {
            Set<String> seen = new HashSet<>();
            double sum = 0;
            for (int j = i;
                    j < matches.size() && matches.get(j).end() - matches.get(i).start() <= EXCERPT - LEAD;
                    j++) {
                sum += seen.add(matches.get(j).key()) ? matches.get(j).weight() : 0.1;
            }
            if (sum > most) {
                most = sum;
                best = matches.get(i).start();
            }
        }
        return best;
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && at - start < LEAD) {
            start--;
        }
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && end - at < LEAD) {
            end++;
        }
        return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private static List<Segment> segments(String text, int from, int to, List<Match> matches) {
        List<Segment> segments = new ArrayList<>();
        int at = from;
        for (Match match : matches) {
            if (match.start() >= at && match.end() <= to) {
                add(segments, text.substring(at, match.start()), false);
                add(segments, text.substring(match.start(), match.end()), true);
                at = match.end();
            }
        }
        add(segments, text.substring(at, to), false);
        return segments;
    }

    private static void add(List<Segment> segments, String text, boolean marked) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, marked));
        }
    }
}
