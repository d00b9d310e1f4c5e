package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

/** How many passages match, broken down as far as any facet asks. */
public record Tally(List<Cell> cells) {
    public Tally {
        cells = List.copyOf(cells);
    }

    public static Tally of(Map<Place, Long> counts) {
        List<Cell> cells = new ArrayList<>(counts.size());
        counts.forEach((place, passages) -> cells.add(new Cell(place, passages)));
        return new Tally(cells);
    }

    /** What passages of one cell have in common. @param unit whose local notes they are */
    public record Place(ResolutionId text, Passage.Kind kind, OptionalLong unit) {}

    public record Cell(Place place, long passages) {}

    long total() {
        return cells.stream().mapToLong(Cell::passages).sum();
    }

    Tally only(Predicate<Place> wanted) {
        return new Tally(
                cells.stream().filter(cell -> wanted.test(cell.place())).toList());
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }
}
