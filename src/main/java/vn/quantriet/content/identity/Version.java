package vn.quantriet.content.identity;

import java.util.ArrayList;
import java.util.List;

/** One version's clauses with their tree. Indexes are places in document order; -1 is none. */
final class Version {
    private static final int FEW_WORDS = 6;

    private final List<Written> clauses;
    private final List<Wording> wordings;
    private final int[] parent;
    private final int[] position;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();

    Version(List<Written> clauses) {
        this.clauses = clauses;
        this.wordings = clauses.stream().map(Wording::new).toList();
        this.parent = new int[clauses.size()];
        this.position = new int[clauses.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            while (!open.isEmpty()
                    && clauses.get(open.getLast()).depth() >= clauses.get(i).depth()) {
                open.removeLast();
            }
            parent[i] = open.isEmpty() ? -1 : open.getLast();
            children.add(new ArrayList<>());
            position[i] = siblings(i).size();
            siblings(i).add(i);
            open.add(i);
        }
    }

    int size() {
        return clauses.size();
    }

    Written clause(int i) {
        return clauses.get(i);
    }

    Wording wording(int i) {
        return wordings.get(i);
    }

    int parent(int i) {
        return parent[i];
    }

    List<Integer> children(int i) {
        return children.get(i);
    }

    /** Whether the clause has next to no words of its own: it is told by its title and by what stands below it. */
    boolean isHeading(int i) {
        return wordings.get(i).textWords() < FEW_WORDS;
    }

    /** The clause before it under the same parent. */
    int previous(int i) {
        return position[i] == 0 ? -1 : siblings(i).get(position[i] - 1);
    }

    /** The clause after it under the same parent. */
    int next(int i) {
        int at = position[i] + 1;
        return at == siblings(i).size() ? -1 : siblings(i).get(at);
    }

    private List<Integer> siblings(int i) {
        return parent[i] < 0 ? roots : children.get(parent[i]);
    }
}
