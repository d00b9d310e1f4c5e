package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/** Checks and publishes lecture decks. */
public interface DeckPublishing {

    /** Parses a deck as it would be if published; changes nothing. */
    Checked check(DeckId id, String markdown);

    /**
     * Writes the deck into the library folder and commits it in the author's name. When this returns the deck is readable,
     * and {@link ContentChanged} has been published. Not to be called within a transaction: this waits for others who change the
     * library, and they may be waiting for a connection to the database.
     *
     * @param base {@link Source#hash} of the file that the text was made from, empty when there was none
     * @throws DeckHasProblems when {@link #check} finds any; nothing is written
     * @throws DeckReplacedMeanwhile when the deck's file is no longer that of {@code base}; nothing is written
     * @throws java.io.UncheckedIOException when it could not be written or committed; the library is as it was
     */
    void publish(DeckId id, String markdown, Author author, Optional<String> base);

    /** The deck's file as it is now, for editing it further. Not to be called within a transaction, as {@link #publish}. */
    Optional<Source> source(DeckId id);

    /**
     * A deck's file.
     *
     * @param hash differs when the text does
     * @param author of the last committed change; absent when it came with the library or was changed in its folder
     */
    record Source(String markdown, String hash, Optional<Author> author) {}

    /** What a check found; the deck is present when it could be made out despite problems. */
    record Checked(Optional<SlideDeck> deck, List<Problem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty() && deck.isPresent();
        }
    }

    /** Another version of the deck has been published, or the deck removed, since the text to be published was begun. */
    class DeckReplacedMeanwhile extends RuntimeException {
        public DeckReplacedMeanwhile(DeckId id) {
            super("the file of " + id + " is no longer the one that the text was made from");
        }
    }

    /** A deck with problems was to be published. */
    class DeckHasProblems extends RuntimeException {
        private final transient List<Problem> problems;

        public DeckHasProblems(List<Problem> problems) {
            super(problems.size() + " problems, first at " + problems.getFirst().place());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }
}
