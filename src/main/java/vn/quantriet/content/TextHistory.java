package vn.quantriet.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every published version of a text, from the library's history. Safe for use by many threads; never waits for who publishes. */
public interface TextHistory {

    /** Versions in which a Markdown file or an attachment of the text changed, newest first. */
    List<Version> versions(ResolutionId id, int offset, int limit);

    Optional<Version> version(ResolutionId id, String commit);

    /** The text's Markdown files in a version, by path below its folder; empty when it had none then. */
    Map<String, String> files(ResolutionId id, String commit);

    /** Every clause of two versions with what differs in it, in the order of the later one, vanished ones where they stood. */
    List<ClauseDifference> difference(ResolutionId id, String earlier, String later);

    /**
     * What differs between two versions in everything but the clauses: keys, key points, and for those who may decide on versions
     * questions and slides; only what differs.
     */
    List<PartDifference> otherDifferences(ResolutionId id, String earlier, String later);

    /** The version in which each clause of the text in service got its present words. */
    Map<ClauseId, Version> lastChanges(ResolutionId id);

    /**
     * Two changes of the same files brought together, clause by clause (for other files: section by section).
     *
     * @param base what both began from
     */
    Merge merge(Map<String, String> base, Map<String, String> mine, Map<String, String> theirs);

    /**
     * One publish.
     *
     * @param commit hexadecimal
     * @param files paths below the text's folder that it changed
     */
    record Version(String commit, Instant at, Author author, String message, Set<String> files) {
        public Version {
            files = Set.copyOf(files);
        }
    }

    /**
     * One clause in two versions: its title, a line break, its words.
     *
     * @param labelBefore empty when it was not there; likewise {@code labelAfter}
     */
    record ClauseDifference(
            ClauseId clause, String labelBefore, String labelAfter, List<Stretch> before, List<Stretch> after) {
        public ClauseDifference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** Whether a word differs. A clause may also just stand elsewhere, which its labels say. */
        public boolean isReworded() {
            return before.stream().anyMatch(Stretch::changed) || after.stream().anyMatch(Stretch::changed);
        }
    }

    /**
     * A part of another file than {@code resolution.md}, or of the front matter, in two versions, as Markdown.
     *
     * @param heading its first line, as in the later version where it has one; {@link #FRONT_MATTER} for a key of that
     * @param before empty when it was not there; likewise {@code after}
     */
    record PartDifference(String file, String heading, List<Stretch> before, List<Stretch> after) {
        public static final String FRONT_MATTER = "---";

        public PartDifference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** Words in a row that are the same in both versions, or in one only. */
    record Stretch(String text, boolean changed) {}

    /**
     * @param files merged; where both changed the same clause it holds mine, and {@code conflicts} says so
     */
    record Merge(Map<String, String> files, List<Conflict> conflicts) {
        public Merge {
            files = Map.copyOf(files);
            conflicts = List.copyOf(conflicts);
        }

        public boolean isClean() {
            return conflicts.isEmpty();
        }
    }

    /**
     * A part that both changed differently.
     *
     * @param part the heading line it stands under, as in mine; empty for the front matter
     * @param base the part's Markdown as both found it, empty when there was none
     * @param mine as it stands in the merged file, under the number that it has there; empty when I have it no more
     * @param theirs as in theirs; empty when they have it no more
     */
    record Conflict(String file, String part, String base, String mine, String theirs) {}
}
