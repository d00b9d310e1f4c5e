package vn.quantriet.organisation;

import java.util.Optional;

/**
 * One organisation in the tree, from the provincial committee down to a cell.
 *
 * @param code what the organisation itself calls the unit; unique, used in imports
 * @param path ids from the root to this unit, each followed by a slash and the whole begun by one, such as {@code /1/4/17/};
 *     a unit lies in the subtree of another exactly when its path starts with the other's path
 * @param depth 0 for the root
 */
public record Unit(UnitId id, Optional<UnitId> parent, String code, String name, Kind kind, String path, int depth) {

    /** What sort of organisation a unit is. */
    public enum Kind {
        PROVINCIAL_COMMITTEE,
        UPPER_COMMITTEE,
        GRASSROOTS_COMMITTEE,
        CELL
    }

    /** Whether this unit is {@code ancestor} or lies below it. */
    public boolean isWithin(Unit ancestor) {
        return path.startsWith(ancestor.path);
    }
}
