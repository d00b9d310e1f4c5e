package vn.quantriet.documents;

/** How far the reading of a document is. */
public sealed interface ImportState {

    /** Others are read first. */
    record Waiting() implements ImportState {}

    /** @param of how many pages or blocks there are; 0 when that is not known */
    record Working(int done, int of) implements ImportState {}

    /** It cannot be read. */
    record Refused(DocumentRefused.Reason reason) implements ImportState {}

    /** @param name of the file as it was brought */
    record Ready(String name, Reading reading) implements ImportState {}
}
