package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/**
 * Contributes what a module knows about clauses to the reading page, where it stands beside the clause. Called for the member
 * who is acting, once when a text is opened and again when something was written.
 */
public interface ReadingPanel {

    List<ThreadItem> items(Holding holding);

    /** What more can be asked about any one clause of a text, when the reader wants to know. */
    default List<Further> further(ResolutionId text) {
        return List.of();
    }

    /**
     * One thing said about a clause.
     *
     * @param label what it is, translated
     * @param aside whose it is or where from, translated, shown small; may be empty
     * @param html sanitised
     * @param href where it leads, an address within the portal
     * @param editable present when the reader may change or delete it
     */
    record ThreadItem(
            ClauseId clause,
            Kind kind,
            String label,
            String aside,
            String html,
            Optional<String> href,
            Optional<Editable> editable) {}

    /**
     * What an editor needs to change an item.
     *
     * @param source the words as they were written
     * @param unit the unit whose note it is; absent for a private one
     */
    record Editable(long id, String source, Optional<Long> unit) {}

    /**
     * Something that is asked about a clause when the reader opens it.
     *
     * @param label what it is, translated
     * @param address within the portal; with the id of the clause after it, it answers JSON: {@code items}, each with
     *     {@code label}, {@code title}, {@code text} and {@code href}, all of them plain text, and in {@code none} what to say when
     *     there are no items
     */
    record Further(String label, String address) {}

    /** The sorts of items, in the order in which they stand beside a clause. */
    enum Kind {
        KEY_POINT,
        /** A later text changes the clause. */
        CHANGE,
        LOCAL_NOTE,
        SLIDE,
        QUESTION,
        MY_NOTE
    }
}
