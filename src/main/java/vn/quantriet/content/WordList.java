package vn.quantriet.content;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The library's own list of words, one file beside the texts, line by line. What a line means is known to whoever searches. Nothing
 * here may be called within a transaction: it waits for others who change the library, and they may be waiting for a connection.
 */
public interface WordList {
    /** The file's name in the library folder. */
    String FILE = "abbreviations.txt";

    /**
     * All lines as they are now, blank ones and remarks included; none when there is no such file.
     *
     * @throws TextPublishing.FilesHaveProblems when the file is no text
     */
    List<String> lines();

    /**
     * Changes lines in one commit in the author's name. Nobody changes them between {@code change} being asked and its answer being
     * written, so that no change is lost; what was written into the folder by hand before is committed first, in the library's name.
     *
     * @param change given the lines as they are, answers what they shall be; answering the same changes nothing, throwing likewise
     * @param message the commit's first line; says what was done
     * @throws TextPublishing.FilesHaveProblems when the file is, or would be, no text; nothing is written
     * @throws java.io.UncheckedIOException when it could not be written or committed; the library is as it was
     */
    void change(UnaryOperator<List<String>> change, Author author, String message);
}
