package vn.quantriet.organisation;

import java.util.List;
import java.util.Optional;

/** The tree of units. Answers from memory; safe for use by many threads. */
public interface UnitTree {

    /** @throws UnitNotFound when there is none */
    Unit get(UnitId id);

    Optional<Unit> find(UnitId id);

    /** The topmost unit, absent before the first import. */
    Optional<Unit> root();

    /** Units directly below, in the order of their codes. */
    List<Unit> children(UnitId id);

    /** From the root down to and including {@code id}. */
    List<Unit> lineage(UnitId id);

    /** Every unit, parents before children. */
    List<Unit> all();
}
