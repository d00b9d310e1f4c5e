package vn.quantriet.content.history;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;
import vn.quantriet.content.TextHistory.Stretch;

/**
 * Two texts compared word by word. Git's histogram method is used rather than the shortest edit: it holds on to rare words, which
 * reads better, and takes no quadratic time over texts that have little in common.
 */
record WordDifference(List<Stretch> before, List<Stretch> after) {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|\\s+|[^\\p{L}\\p{N}\\p{M}\\s]");
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+$");

    /** Beyond these, whole lines are compared. */
    private static final int MOST_TOKENS = 40_000;

    WordDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static WordDifference between(String before, String after) {
        if (before.equals(after)) {
            return new WordDifference(whole(before, false), whole(after, false));
        }
        if (before.isEmpty() || after.isEmpty()) {
            return new WordDifference(whole(before, true), whole(after, true));
        }
        var one = tokens(TOKEN, before);
        var other = tokens(TOKEN, after);
        if (one.size() + other.size() > MOST_TOKENS) {
            one = tokens(LINE, before);
            other = tokens(LINE, after);
        }
        return of(new Tokens(one), new Tokens(other));
    }

    private static List<Stretch> whole(String text, boolean changed) {
        return text.isEmpty() ? List.of() : List.of(new Stretch(text, changed));
    }

    private static List<String> tokens(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).toList();
    }

    private static WordDifference of(Tokens one, Tokens other) {
        List<Stretch> before = new ArrayList<>();
        List<Stretch> after = new ArrayList<>();
        int a = 0;
        int b = 0;
        for (var edit : readable(one, new HistogramDiff().diff(Tokens.COMPARATOR, one, other))) {
            add(before, one, a, edit.getBeginA(), false);
            add(after, other, b, edit.getBeginB(), false);
            add(before, one, edit.getBeginA(), edit.getEndA(), true);
            add(after, other, edit.getBeginB(), edit.getEndB(), true);
            a = edit.getEndA();
            b = edit.getEndB();
        }
        add(before, one, a, one.size(), false);
        add(after, other, b, other.size(), false);
        return new WordDifference(before, after);
    }

    /** Edits with nothing but a space between them are one. */
    private static List<Edit> readable(Tokens one, List<Edit> edits) {
        List<Edit> joined = new ArrayList<>();
        for (var edit : edits) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && one.text(last.getEndA(), edit.getBeginA()).isBlank()) {
                joined.set(
                        joined.size() - 1,
                        new Edit(last.getBeginA(), edit.getEndA(), last.getBeginB(), edit.getEndB()));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static void add(List<Stretch> stretches, Tokens tokens, int from, int to, boolean changed) {
        if (to == from) {
            return;
        }
        var text = tokens.text(from, to);
        if (!stretches.isEmpty() && stretches.getLast().changed() == changed) {
            text = stretches.removeLast().text() + text;
        }
        stretches.add(new Stretch(text, changed));
    }

    private static final class Tokens extends Sequence {
        static final SequenceComparator<Tokens> COMPARATOR = new SequenceComparator<>() {
            @Override
            public boolean equals(Tokens a, int ai, Tokens b, int bi) {
                return a.tokens.get(ai).equals(b.tokens.get(bi));
            }

            @Override
            public int hash(Tokens tokens, int at) {
                return tokens.tokens.get(at).hashCode();
            }
        };

        private final List<String> tokens;

        Tokens(List<String> tokens) {
            this.tokens = tokens;
        }

        @Override
        public int size() {
            return tokens.size();
        }

        String text(int from, int to) {
            return String.join("", tokens.subList(from, to));
        }
    }
}
