package vn.quantriet.content;

import java.util.Optional;

/** Texts as they were written, for carrying them into other formats. Safe for use by many threads. */
public interface Manuscripts {

    /** What is in service of a text and around it; absent when nothing is. */
    Optional<Manuscript> find(ResolutionId id);
}
