package vn.quantriet.search.lucene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

/**
 * How many passages match, broken down as far as any facet asks: by text and kind, and local notes, of which there are few, by unit.
 */
public final class Tally {
    private static final Passage.Kind[] KINDS = Passage.Kind.values();

    private final int[] byCell;
    private final Map<LocalNotes, Long> localNotes;
    private final long total;

    /** @param byCell of each {@link #cell}, without the local notes that are counted by unit */
    Tally(int[] byCell, Map<LocalNotes, Long> localNotes) {
        this.byCell = byCell;
        this.localNotes = localNotes;
        total = Arrays.stream(byCell).asLongStream().sum()
                + localNotes.values().stream().mapToLong(Long::longValue).sum();
    }

    public static Tally of(Map<Place, Long> counts) {
        counts.keySet().forEach(place -> TextNumbers.of(place.text()));
        var byCell = new int[cells()];
        Map<LocalNotes, Long> localNotes = new HashMap<>();
        counts.forEach((place, passages) -> {
            int text = TextNumbers.of(place.text());
            if (place.unit().isPresent()) {
                localNotes.merge(new LocalNotes(text, place.unit().getAsLong()), passages, Long::sum);
            } else {
                byCell[cell(text, place.kind())] += Math.toIntExact(passages);
            }
        });
        return new Tally(byCell, localNotes);
    }

    /** What passages that are counted together have in common. @param unit whose local notes they are */
    public record Place(ResolutionId text, Passage.Kind kind, OptionalLong unit) {}

    /** The local notes of a unit on a text. @param text its number */
    record LocalNotes(int text, long unit) {}

    /** Where passages are counted. @param text its number */
    static int cell(int text, Passage.Kind kind) {
        return text * KINDS.length + kind.ordinal();
    }

    static int text(int cell) {
        return cell / KINDS.length;
    }

    static Passage.Kind kind(int cell) {
        return KINDS[cell % KINDS.length];
    }

    /** All cells so far are smaller. */
    static int cells() {
        return TextNumbers.count() * KINDS.length;
    }

    /** Not to be changed; without the local notes that are counted by unit. */
    int[] byCell() {
        return byCell;
    }

    Map<LocalNotes, Long> localNotes() {
        return localNotes;
    }

    long total() {
        return total;
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** Passages of each text, by its number. */
    int[] byText() {
        var byText = new int[byCell.length / KINDS.length];
        for (int cell = 0; cell < byCell.length; cell++) {
            byText[cell / KINDS.length] += byCell[cell];
        }
        localNotes.forEach((notes, passages) -> byText[notes.text()] += Math.toIntExact(passages));
        return byText;
    }
}
