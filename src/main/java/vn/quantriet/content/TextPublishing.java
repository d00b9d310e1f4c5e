package vn.quantriet.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks and publishes a text with everything written around it. Nothing here may be called within a transaction: it waits for others
 * who change the library, and they may be waiting for a connection to the database.
 */
public interface TextPublishing {

    /** The text's files as they are now, right or not; absent when there is no such folder. */
    Optional<Edition> edition(ResolutionId id);

    /** What would be said of these files if they were published; changes nothing. */
    default Checked check(ResolutionId id, Map<String, String> files) {
        return check(id, files, List.of());
    }

    /**
     * The same when attachments come with the files.
     *
     * @param attachments that {@link Attachments#check} found nothing wrong with
     */
    default Checked check(ResolutionId id, Map<String, String> files, Collection<Attachment> attachments) {
        return check(id, files, attachments, Map.of());
    }

    /**
     * The same when some doubts are answered. An answer may raise others: the earlier clause that stands at one place no more may
     * stand at another.
     *
     * @param identities as in an {@link Order}
     * @throws IllegalArgumentException when these cannot be, such as one earlier clause at two places
     */
    Checked check(
            ResolutionId id,
            Map<String, String> files,
            Collection<Attachment> attachments,
            Map<String, Optional<ClauseId>> identities);

    /**
     * Writes the files and attachments and commits them in the author's name, in one commit. When this returns they are readable and
     * {@link ContentChanged} has been published.
     *
     * @throws FilesHaveProblems when {@link #check} or, of an attachment, {@link Attachments#check} finds any; nothing is written
     * @throws IdentityUndecided when a clause may be an earlier one or a new one and {@code order} does not say which
     * @throws TextReplacedMeanwhile when the text is no longer that of the order's base; nothing is written
     * @throws java.io.UncheckedIOException when it could not be written or committed; the library is as it was
     */
    Published publish(Order order);

    /**
     * The Markdown files of a text at one moment.
     *
     * @param files by path below the text's folder, such as {@code resolution.md} or {@code slides/co-so.md}
     * @param version changes exactly when one of the files does; what an {@link Order} is based on
     */
    record Edition(ResolutionId id, Map<String, String> files, String version) {
        public Edition {
            files = Map.copyOf(files);
        }
    }

    /**
     * @param changes of clauses against the version in service, in the order of the new text, vanished ones last; empty when
     *     {@code resolution.md} cannot be made out
     */
    record Checked(List<Problem> problems, List<ClauseChange> changes) {
        public Checked {
            problems = List.copyOf(problems);
            changes = List.copyOf(changes);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    /**
     * What became of a clause.
     *
     * @param place where it stands in the new text by its numbering, such as {@code ii.1.a}; for a vanished one, where it stood
     * @param clause the identity it keeps or is given; for {@link Kind#UNSURE} the earlier clause that it may be
     * @param likeness of the words to those of the earlier clause, from 0 to 1; 0 when there is none
     * @param line of its heading in {@code resolution.md}, from 1; 0 for a vanished one
     */
    record ClauseChange(
            Kind kind, String place, String label, String title, ClauseId clause, double likeness, int line) {
        /** What can become of a clause. Unchanged ones are not listed. */
        public enum Kind {
            ADDED,
            REWORDED,
            /** Stands elsewhere or under another number with the same words. */
            MOVED,
            MOVED_AND_REWORDED,
            /** May be an earlier clause or a new one: the editor must say. */
            UNSURE,
            VANISHED
        }
    }

    /**
     * What is to be published.
     *
     * @param files all files of the text that shall exist afterwards
     * @param editorial clauses whose rewording changes no meaning: what people did on them stays valid
     * @param identities for places that {@link #check} is unsure of: the earlier clause that stands there, or empty for a new one;
     *     and for any place: the clause that was removed before and stands there again
     * @param base {@link Edition#version} that the files were made from; absent when there was no such text
     * @param message the commit's first line; says what was done
     * @param attachments bytes by name, to be written beside the text; those that are there stay, and none is written over another.
     *     Drawings are cleaned
     */
    record Order(
            ResolutionId id,
            Map<String, String> files,
            Set<ClauseId> editorial,
            Map<String, Optional<ClauseId>> identities,
            Author author,
            Optional<String> base,
            String message,
            Map<String, byte[]> attachments) {
        public Order {
            files = Map.copyOf(files);
            editorial = Set.copyOf(editorial);
            identities = Map.copyOf(identities);
            attachments = Map.copyOf(attachments);
        }

        /** Without attachments. */
        public Order(
                ResolutionId id,
                Map<String, String> files,
                Set<ClauseId> editorial,
                Map<String, Optional<ClauseId>> identities,
                Author author,
                Optional<String> base,
                String message) {
            this(id, files, editorial, identities, author, base, message, Map.of());
        }
    }

    /** @param version the commit's name */
    record Published(String version) {}

    /** Files with problems were to be published. */
    class FilesHaveProblems extends RuntimeException {
        private final transient List<Problem> problems;

        public FilesHaveProblems(List<Problem> problems) {
            super(problems.size() + " problems, first at " + problems.getFirst().place());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** It must be said first which earlier clauses some clauses are. */
    class IdentityUndecided extends RuntimeException {
        private final transient List<ClauseChange> undecided;

        public IdentityUndecided(List<ClauseChange> undecided) {
            super(undecided.size() + " clauses may be earlier ones or new, first at "
                    + undecided.getFirst().place());
            this.undecided = List.copyOf(undecided);
        }

        public List<ClauseChange> undecided() {
            return undecided;
        }
    }

    /** Another version has been published since the files were begun. */
    class TextReplacedMeanwhile extends RuntimeException {
        private final transient Edition theirs;

        public TextReplacedMeanwhile(Edition theirs) {
            super("the files of " + theirs.id() + " are no longer those that the new ones were made from");
            this.theirs = theirs;
        }

        /** What is there now, for merging. */
        public Edition theirs() {
            return theirs;
        }
    }
}
