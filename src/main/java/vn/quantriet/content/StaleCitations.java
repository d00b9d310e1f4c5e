package vn.quantriet.content;

import java.util.List;

/**
 * Key points, slides and questions that cite a clause which has come to say something else, or is no more, and which nobody has looked
 * at since. An item leaves the list when it is itself changed, or when someone says that it is still right.
 */
public interface StaleCitations {

    /** By text, file and number. */
    List<StaleCitation> all();

    /** Those that cite a clause of this text. */
    List<StaleCitation> of(ResolutionId cited);

    /**
     * Takes an item off the list, as a commit in the author's name; nothing when it is not on it. Not to be called within a
     * transaction: this waits for others who change the library.
     *
     * @throws org.springframework.security.access.AccessDeniedException when the member who is acting is no reporter, editor or
     *     administrator
     * @throws java.io.UncheckedIOException when it could not be committed; the library is as it was
     */
    void reviewed(StaleCitation citation, Author author);

    /**
     * One item.
     *
     * @param clause what it cites
     * @param citing the text with which the item lies
     * @param file path below that text's folder: {@code key-points.md}, {@code quiz.md} or {@code slides/….md}
     * @param number of the point, question or slide in the file, from 1
     */
    record StaleCitation(ClauseRef clause, ResolutionId citing, String file, int number) {}
}
