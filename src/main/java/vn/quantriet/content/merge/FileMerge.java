package vn.quantriet.content.merge;

import static vn.quantriet.content.merge.PartMatching.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.merge.Part.Kind;

/**
 * Two changes of one file. What one side changed, added, removed or moved is so in the result; where both changed the same part
 * differently the result holds mine, and a conflict both. A part that one side removed and below which the other one changed or
 * added something is a conflict too.
 */
final class FileMerge {
    private final String path;
    private final Layout layout;
    private final List<Part> base;
    private final Side mine;
    private final Side theirs;
    private final List<Clash> clashes = new ArrayList<>();

    /** The merged parts in order. */
    private final List<Node> result = new ArrayList<>();

    private FileMerge(String path, Layout layout, List<Part> base, List<Part> mine, List<Part> theirs) {
        this.path = path;
        this.layout = layout;
        this.base = base;
        this.mine = new Side(base, mine);
        this.theirs = new Side(base, theirs);
    }

    /** A part of the result and where it stands on each side. */
    private record Node(Part part, int inMine, int inTheirs) {}

    /** A conflict and where its part stands in mine. */
    private record Clash(int inMine, Conflict conflict) {}

    /** The merged file. */
    record Outcome(String text, List<Conflict> conflicts) {}

    static Outcome of(String path, String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return new Outcome(mine, List.of());
        }
        if (mine.equals(base)) {
            return new Outcome(theirs, List.of());
        }
        var layout = Layout.of(path);
        return new FileMerge(path, layout, Parts.of(layout, base), Parts.of(layout, mine), Parts.of(layout, theirs))
                .merge();
    }

    /** One side: its parts, which of the base each is, and under which part of its own each stands. */
    private static final class Side {
        final List<Part> parts;
        final int[] baseOf;
        final int[] ofBase;
        final int[] above;
        final boolean reordered;
        final boolean restructured;

        Side(List<Part> base, List<Part> parts) {
            this.parts = parts;
            this.baseOf = PartMatching.of(base, parts);
            this.ofBase = PartMatching.inverse(baseOf, base.size());
            this.above = above(parts);
            int last = NONE;
            boolean backwards = false;
            boolean added = false;
            for (int b : baseOf) {
                backwards |= b != NONE && b < last;
                added |= b == NONE;
                last = Math.max(last, b);
            }
            this.reordered = backwards;
            this.restructured = backwards || added || parts.size() != base.size();
        }

        private static int[] above(List<Part> parts) {
            var above = new int[parts.size()];
            for (int i = 0; i < parts.size(); i++) {
                int up = i - 1;
                while (up >= 0
                        && (parts.get(up).kind() != parts.get(i).kind()
                                || parts.get(up).depth() >= parts.get(i).depth())) {
                    up = parts.get(up).kind() == parts.get(i).kind() ? above[up] : up - 1;
                }
                above[i] = Math.max(up, NONE);
            }
            return above;
        }

        boolean has(int b) {
            return ofBase[b] != NONE;
        }

        Part of(int b) {
            return parts.get(ofBase[b]);
        }
    }

    private Outcome merge() {
        Set<Integer> kept = keptOfMine();
        common();
        insert(mine.parts.size(), i -> kept.contains(i), true);
        addTheirs();
        dropEmptiedKeys();
        var numbered = numbered();
        return new Outcome(Parts.together(layout, numbered), conflicts(numbered));
    }

    /** With mine as it stands in the result. */
    private List<Conflict> conflicts(List<Part> numbered) {
        Map<Integer, String> texts = new HashMap<>();
        for (int at = 0; at < result.size(); at++) {
            texts.put(result.get(at).inMine(), numbered.get(at).text());
        }
        return clashes.stream()
                .map(clash -> {
                    var c = clash.conflict();
                    return clash.inMine() == NONE
                            ? c
                            : new Conflict(
                                    path, c.part(), c.base(), texts.getOrDefault(clash.inMine(), c.mine()), c.theirs());
                })
                .toList();
    }

    private void conflict(int inMine, Part named, String base, String mine, String theirs) {
        clashes.add(new Clash(inMine, new Conflict(path, headingOf(named), base, mine, theirs)));
    }

    /** Parts of mine that theirs has not: new ones, removed ones that I changed, and whatever stands above one of these. */
    private Set<Integer> keptOfMine() {
        Set<Integer> kept = new HashSet<>();
        for (int i = 0; i < mine.parts.size(); i++) {
            var part = mine.parts.get(i);
            int b = mine.baseOf[i];
            if (b == NONE) {
                kept.add(i);
                if (isRemovedAbove(mine, i, theirs)) {
                    conflict(i, part, "", part.text(), "");
                }
            } else if (!theirs.has(b) && !part.saysTheSameAs(base.get(b))) {
                kept.add(i);
                conflict(i, part, base.get(b).text(), part.text(), "");
            }
        }
        for (int i : List.copyOf(kept)) {
            for (int up = mine.above[i]; up != NONE; up = mine.above[up]) {
                if (mine.baseOf[up] == NONE || !theirs.has(mine.baseOf[up])) {
                    kept.add(up);
                }
            }
        }
        return kept;
    }

    /** Whether the other side removed what this new part stands under. */
    private static boolean isRemovedAbove(Side side, int i, Side other) {
        for (int up = side.above[i]; up != NONE; up = side.above[up]) {
            if (side.baseOf[up] != NONE) {
                return !other.has(side.baseOf[up]);
            }
        }
        return false;
    }

    /** Parts that both sides have, in the order of the side that moved some, or else of mine. */
    private void common() {
        var order = theirs.reordered && !mine.reordered ? theirs : mine;
        for (int b : order.baseOf) {
            if (b != NONE && mine.has(b) && theirs.has(b)) {
                result.add(new Node(merged(b), mine.ofBase[b], theirs.ofBase[b]));
            }
        }
    }

    private Part merged(int b) {
        var before = base.get(b);
        var my = mine.of(b);
        var their = theirs.of(b);
        var chosen = my;
        if (my.saysTheSameAs(before)) {
            chosen = their;
        } else if (!their.saysTheSameAs(before) && !their.saysTheSameAs(my)) {
            conflict(mine.ofBase[b], my, before.text(), my.text(), their.text());
        }
        boolean myNumber =
                mine.restructured == theirs.restructured ? !my.number().equals(before.number()) : mine.restructured;
        Optional<String> number = myNumber ? my.number() : their.number();
        return number.map(chosen::withNumber).orElse(chosen);
    }

    private void addTheirs() {
        Set<Integer> added = new HashSet<>();
        for (int i = 0; i < theirs.parts.size(); i++) {
            var part = theirs.parts.get(i);
            int b = theirs.baseOf[i];
            if (b != NONE) {
                if (!mine.has(b) && !part.saysTheSameAs(base.get(b))) {
                    conflict(NONE, part, base.get(b).text(), "", part.text());
                }
            } else if (isRemovedAbove(theirs, i, mine)) {
                conflict(NONE, part, "", "", part.text());
            } else {
                Optional<Integer> same = addedByMeToo(part);
                if (same.isEmpty()) {
                    added.add(i);
                } else {
                    alsoTheirs(same.get(), i);
                }
            }
        }
        insert(theirs.parts.size(), added::contains, false);
    }

    /** A part that I added as well: the same one, when it says the same or has the same key or title. */
    private Optional<Integer> addedByMeToo(Part part) {
        Optional<Integer> sameName = Optional.empty();
        for (int i = 0; i < mine.parts.size(); i++) {
            var my = mine.parts.get(i);
            if (mine.baseOf[i] != NONE || my.kind() != part.kind() || isTaken(i)) {
                continue;
            }
            if (my.saysTheSameAs(part)) {
                return Optional.of(i);
            }
            if (sameName.isEmpty()
                    && my.depth() == part.depth()
                    && my.name().equals(part.name())
                    && (!my.name().isEmpty() || part.depth() == 0)) {
                sameName = Optional.of(i);
            }
        }
        return sameName;
    }

    private boolean isTaken(int inMine) {
        return result.stream().anyMatch(node -> node.inMine() == inMine && node.inTheirs() != NONE);
    }

    private void alsoTheirs(int inMine, int inTheirs) {
        var my = mine.parts.get(inMine);
        var their = theirs.parts.get(inTheirs);
        result.replaceAll(node -> node.inMine() == inMine ? new Node(node.part(), inMine, inTheirs) : node);
        if (!my.saysTheSameAs(their)) {
            conflict(inMine, my, "", my.text(), their.text());
        }
    }

    /** Puts parts that only one side has behind what they stand behind on that side. */
    private void insert(int size, IntPredicate wanted, boolean ofMine) {
        Map<Integer, Node> placed = new HashMap<>();
        result.forEach(node -> placed.put(ofMine ? node.inMine() : node.inTheirs(), node));
        for (int i = 0; i < size; i++) {
            if (wanted.test(i)) {
                var part = (ofMine ? mine : theirs).parts.get(i);
                var node = ofMine ? new Node(part, i, NONE) : new Node(part, NONE, i);
                int before = i - 1;
                while (before >= 0 && !placed.containsKey(before)) {
                    before--;
                }
                int at = before < 0 ? 0 : result.indexOf(placed.get(before)) + 1;
                result.add(skipOthers(at, part.depth(), i, ofMine), node);
                placed.put(i, node);
            }
        }
    }

    /** Past what belongs to the part before, and past what the other side put there at the same depth. */
    private int skipOthers(int from, int depth, int own, boolean ofMine) {
        int at = from;
        while (at < result.size()) {
            var next = result.get(at);
            int nextOwn = ofMine ? next.inMine() : next.inTheirs();
            boolean others = nextOwn == NONE;
            if (nextOwn > own || next.part().depth() < depth || next.part().depth() == depth && !others) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** A key under which both together removed everything goes too. */
    private void dropEmptiedKeys() {
        for (int at = result.size() - 1; at >= 0; at--) {
            var part = result.get(at).part();
            boolean opens = part.kind() == Kind.FRONT_MATTER
                    && part.depth() == 0
                    && part.text().equals(part.name() + ":");
            boolean hasEntries = at + 1 < result.size()
                    && result.get(at + 1).part().kind() == Kind.FRONT_MATTER
                    && result.get(at + 1).part().depth() > 0;
            if (opens && !hasEntries && base.stream().anyMatch(b -> b.name().startsWith(part.name() + "/"))) {
                result.remove(at);
            }
        }
    }

    /** Counted afresh when both sides changed what there is, as far as both counted without gaps before. */
    private List<Part> numbered() {
        var parts = result.stream().map(Node::part).toList();
        boolean afresh = mine.restructured && theirs.restructured || layout == Layout.QUESTIONS;
        return afresh && Renumbering.isRegular(mine.parts) && Renumbering.isRegular(theirs.parts)
                ? Renumbering.of(parts)
                : parts;
    }

    private static String headingOf(Part part) {
        return part.kind() == Kind.FRONT_MATTER ? "" : part.heading();
    }
}
