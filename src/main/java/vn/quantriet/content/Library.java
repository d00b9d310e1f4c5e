package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/**
 * The texts in service. A text whose files have an error stays in service in its last good version, and {@link #problems()}
 * says what is wrong. Safe for use by many threads; a returned value never changes.
 *
 * <p>Metadata and clauses are at hand; words are read from their files when {@link #find} is asked for them. Whoever needs no words
 * asks {@link #resolution} or {@link #listing}.
 */
public interface Library {

    /** Every text, newest first. The list is the same one until a text changes. */
    List<Resolution> resolutions();

    /** What can be said of a text without its words. */
    Optional<Listing> listing(ResolutionId id);

    /** A text's metadata and clauses. */
    default Optional<Resolution> resolution(ResolutionId id) {
        return listing(id).map(Listing::resolution);
    }

    /** A text with its words, key points, decks and quiz: reads files. */
    Optional<Holding> find(ResolutionId id);

    /** @throws ResolutionNotFound when there is none */
    default Holding get(ResolutionId id) {
        return find(id).orElseThrow(() -> new ResolutionNotFound(id));
    }

    /** What is wrong with files in the library now, by file and line; empty when all is well. */
    List<Problem> problems();

    /** The problems of one text's folder, which also exist when the text was never good. */
    default List<Problem> problems(ResolutionId id) {
        return problems().stream()
                .filter(p -> p.file().startsWith(id.value() + "/"))
                .toList();
    }
}
