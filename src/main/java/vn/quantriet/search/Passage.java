package vn.quantriet.search;

import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;

/**
 * The unit of search: what is found, shown and opened.
 *
 * @param key unique among all passages, such as {@code clause/57-nq-tw/ii.2} or {@code local-note/12}
 * @param clause absent when it stands for a text as a whole, or for what cites no clause
 * @param number document number of the text it belongs to
 * @param source title of the text it belongs to
 * @param title its own heading
 * @param text plain text
 * @param href where it opens, an address within the portal
 * @param cites every clause that it cites, or is a note on
 */
public record Passage(
        String key,
        Kind kind,
        ResolutionId resolution,
        Optional<ClauseId> clause,
        String number,
        String source,
        String title,
        String text,
        String href,
        Set<ClauseRef> cites,
        Audience audience) {
    public Passage {
        cites = Set.copyOf(cites);
    }

    /** What a passage is. Quiz questions are deliberately no kind: a search must not give answers away. */
    public enum Kind {
        CLAUSE,
        KEY_POINT,
        SLIDE,
        LOCAL_NOTE,
        MY_NOTE
    }

    /** Who may find a passage. */
    public sealed interface Audience {
        /** Everyone who is signed in. */
        record Everyone() implements Audience {}

        /** Members of a unit and of the units below it. */
        record UnitAndBelow(long unit) implements Audience {}

        /** One member alone. */
        record OnlyMember(long member) implements Audience {}
    }
}
