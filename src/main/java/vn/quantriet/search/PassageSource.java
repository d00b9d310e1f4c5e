package vn.quantriet.search;

import java.util.stream.Stream;

/**
 * A module that has passages of its own, such as notes, besides those of the library. When the index is rebuilt each source is
 * asked for all of them; in between it says what changed through {@link SearchIndex}.
 */
public interface PassageSource {

    /**
     * All passages of this source, read as the stream is drawn: page by page or with a cursor, never all of them at once. The
     * index rewrites only those that differ from what it holds. Called in the background, in a read-only transaction and for
     * nobody in particular, so {@code CurrentMember} cannot be asked; the caller closes the stream.
     */
    Stream<Passage> passages();
}
