package vn.quantriet.search;

import java.util.stream.Stream;

/**
 * A module that has passages of its own, such as notes, besides those of the library. When the index is rebuilt each source is
 * asked for all of them; in between it says what changed through {@link SearchIndex}.
 */
public interface PassageSource {

    /**
     * All passages of this source. Called in the background, in a read-only transaction and for nobody in particular, so
     * {@code CurrentMember} cannot be asked; the caller closes the stream.
     */
    Stream<Passage> passages();
}
