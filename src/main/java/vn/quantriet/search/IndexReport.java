package vn.quantriet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the index is, at one moment.
 *
 * @param work what is being done to it; absent when it rests
 * @param finished when it was last found, or made, true to everything; absent until that has happened since the start
 * @param behind whether a change may have been missed, which is mended within a minute
 * @param passages in the index that answers
 * @param bytes on disk, of all indexes there are
 * @param skippedInAll how many passages could not be put into it
 * @param skipped the first of those
 */
public record IndexReport(
        Optional<Work> work,
        Optional<Instant> finished,
        boolean behind,
        long passages,
        long bytes,
        long skippedInAll,
        List<Skipped> skipped) {
    public IndexReport {
        skipped = List.copyOf(skipped);
    }

    /** Why the index is worked on. */
    public enum Task {
        /** It answers, and is compared with what it was made from. */
        COMPARING,
        /** There was none to answer from: what is in it by now is found. */
        BUILDING,
        /** It answers while another is built that takes its place. */
        REBUILDING
    }

    /** What one piece of work goes through, in this order. */
    public enum Step {
        /** The checksums of its files. */
        FILES,
        /** The texts of the library. */
        TEXTS,
        /** Passages of other modules; nobody knows beforehand how many there are. */
        OTHERS
    }

    /** @param all zero when it is not known */
    public record Work(Task task, Step step, Instant since, long done, long all) {}

    /** Why a passage was skipped. */
    public enum Reason {
        /** It could not be read from where it is kept. */
        UNREADABLE,
        /** It could not be made into terms. */
        NOT_INDEXABLE
    }

    /**
     * A passage or a text that was left out, until it changes or the portal starts again.
     *
     * @param error kind of the error, without its words, which may be those of a note
     */
    public record Skipped(String key, Reason reason, String error) {}
}
