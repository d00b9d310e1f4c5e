package vn.quantriet.content.identity;

/** What a clause of the new version is. Clauses of the version before are named by their index. */
public sealed interface Verdict {

    /** Surely the earlier one. @param likeness of their words, from 0 to 1 */
    record Same(int earlier, double likeness) implements Verdict {}

    /** Either the earlier one or new: a person must say. @param likeness of their words, from 0 to 1 */
    record Unsure(int earlier, double likeness) implements Verdict {}

    /** Surely none of the earlier ones. */
    record New() implements Verdict {}
}
