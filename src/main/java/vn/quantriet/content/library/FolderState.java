package vn.quantriet.content.library;

import java.util.List;

/**
 * Size and time of a folder's files, from which it can be told whether they are still those that were read.
 *
 * @param files in the order of their paths below the folder
 * @param settled whether all were written well before they were read: one written later in the same tick of the clock, and as long,
 *     would look the same
 */
record FolderState(List<File> files, boolean settled) {
    FolderState {
        files = List.copyOf(files);
    }

    /** @param modified nanoseconds since 1970 */
    record File(String path, long size, long modified) {}

    /** Whether nothing has changed since this was taken. */
    boolean isStill(FolderState now) {
        return settled && files.equals(now.files);
    }
}
