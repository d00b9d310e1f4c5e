package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/**
 * The texts in service. A text whose files have an error stays in service in its last good version, and {@link #problems()}
 * says what is wrong. Safe for use by many threads; a returned value never changes.
 */
public interface Library {

    /** Every text, newest first. */
    List<Resolution> resolutions();

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
