package vn.quantriet.editing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.TextHistory.Stretch;

/** What differs between two versions of a text's files, part by part and word by word. */
final class Differences {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);
    /** Beyond these the time grows with their square, and nobody could read the marks. */
    private static final int MOST_TOKENS = 3_000;

    private static final int MOST_PARTS = 1_000;

    /** From this share of words in common on, two parts are taken for one that was reworded. */
    private static final double ALIKE = 0.4;

    private Differences() {}

    static List<PartChange> between(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(TextFile.ORDER);
        paths.addAll(before.keySet());
        paths.addAll(after.keySet());
        List<PartChange> changes = new ArrayList<>();
        for (var path : paths) {
            changes.addAll(ofFile(path, before.getOrDefault(path, ""), after.getOrDefault(path, "")));
        }
        return changes;
    }

    private static List<PartChange> ofFile(String path, String before, String after) {
        List<PartChange> changes = new ArrayList<>();
        if (before.equals(after)) {
            return changes;
        }
        var old = parts(before);
        var now = parts(after);
        if (old.size() > MOST_PARTS || now.size() > MOST_PARTS) {
            changes.add(change(path, new Part("", before), new Part("", after)));
            return changes;
        }
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            pairs(path, delta, changes);
        }
        return changes;
    }

    /** Blank lines between parts belong to neither. */
    private static List<Part> parts(String text) {
        return Part.of(text).stream()
                .map(part -> new Part(part.heading(), part.text().stripTrailing()))
                .toList();
    }

    /** Parts in the order of the later version; those that went stand before what came in their place. */
    private static void pairs(String path, AbstractDelta<Part> delta, List<PartChange> changes) {
        var olds = new ArrayList<>(delta.getSource().getLines());
        for (var now : delta.getTarget().getLines()) {
            int match = match(olds, now);
            while (match > 0) {
                changes.add(change(path, olds.removeFirst(), null));
                match--;
            }
            changes.add(change(path, match == 0 ? olds.removeFirst() : null, now));
        }
        olds.forEach(old -> changes.add(change(path, old, null)));
    }

    private static int match(List<Part> olds, Part now) {
        for (int i = 0; i < olds.size(); i++) {
            var old = olds.get(i);
            if (!now.title().isEmpty() && old.title().equals(now.title())
                    || old.heading().isEmpty() && now.heading().isEmpty()
                    || alike(old.text(), now.text())) {
                return i;
            }
        }
        return -1;
    }

    private static PartChange change(String path, @Nullable Part old, @Nullable Part now) {
        if (old == null) {
            return new PartChange(path, now == null ? "" : now.heading(), List.of(), whole(now));
        }
        if (now == null) {
            return new PartChange(path, old.heading(), whole(old), List.of());
        }
        var words = words(old.text(), now.text());
        return new PartChange(path, now.heading(), words.before(), words.after());
    }

    private static List<Stretch> whole(@Nullable Part part) {
        return part == null ? List.of() : List.of(new Stretch(part.text(), true));
    }

    /** Two versions of the same words, side by side. */
    record Words(List<Stretch> before, List<Stretch> after) {}

    static Words words(String before, String after) {
        var old = tokens(before);
        var now = tokens(after);
        if (old.size() > MOST_TOKENS || now.size() > MOST_TOKENS) {
            return new Words(List.of(new Stretch(before, true)), List.of(new Stretch(after, true)));
        }
        var left = new boolean[old.size()];
        var right = new boolean[now.size()];
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            if (delta.getType() != DeltaType.EQUAL) {
                mark(left, delta.getSource().getPosition(), delta.getSource().size());
                mark(right, delta.getTarget().getPosition(), delta.getTarget().size());
            }
        }
        return new Words(stretches(old, left), stretches(now, right));
    }

    private static void mark(boolean[] changed, int from, int count) {
        Arrays.fill(changed, from, from + count, true);
    }

    /** A space between two changed words is taken with them: marks over single words in a row are hard to read. */
    private static List<Stretch> stretches(List<String> tokens, boolean[] changed) {
        for (int i = 1; i < changed.length - 1; i++) {
            if (!changed[i] && changed[i - 1] && changed[i + 1] && tokens.get(i).isBlank()) {
                changed[i] = true;
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(tokens.get(i));
            if (i + 1 == tokens.size() || changed[i + 1] != changed[i]) {
                stretches.add(new Stretch(text.toString(), changed[i]));
                text.setLength(0);
            }
        }
        return stretches;
    }

    private static boolean alike(String one, String other) {
        Set<String> a = bag(one);
        Set<String> b = bag(other);
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return common.size() * 2.0 / Math.max(1, a.size() + b.size()) >= ALIKE;
    }

    private static Set<String> bag(String text) {
        var words = new HashSet<>(tokens(text));
        words.removeIf(word -> !Character.isLetterOrDigit(word.codePointAt(0)));
        return words;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
