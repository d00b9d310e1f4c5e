package vn.quantriet.study;

/** A note cannot be kept as it was written; the message is the key of the sentence that says why. */
class NoteRefused extends RuntimeException {
    NoteRefused(String key) {
        super(key);
    }
}
