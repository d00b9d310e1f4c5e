package vn.quantriet.documents;

import java.util.Map;
import vn.quantriet.content.ResolutionId;

/** Takes what was made of a document as a draft. Implemented by whoever keeps drafts; without one, pages offer the file instead. */
public interface DraftInbox {

    /**
     * Begins a draft for the acting member, or adds to the one they have.
     *
     * @param id of a text that is in the library or shall be
     * @param files to be added to those of the text, or to stand for them, by path below its folder
     * @param attachments to lie beside the text, bytes by name; one whose name is taken gets another, and the files say so
     * @throws NotTaken when the acting member's draft has no room for it, or cannot be written now
     * @return address of the page where the draft is written on, beginning with a slash
     */
    String take(ResolutionId id, Map<String, String> files, Map<String, byte[]> attachments);

    /**
     * Likewise files that were made of a version of the text, with what was changed in them since. What others changed meanwhile is
     * merged with that, and not undone by it.
     *
     * @param madeOf the library's commit
     * @throws NotTaken also when it cannot be told what changed meanwhile
     */
    String takeBack(ResolutionId id, Map<String, String> files, String madeOf);

    /** It is no draft now. The sentence is the translation {@code documents.untaken.<reason>}. */
    class NotTaken extends RuntimeException {
        /** Why. */
        public enum Reason {
            /** The draft was sent, or is going out. */
            STATE,
            /** The library has no such version of the text. */
            VERSION_UNKNOWN,
            /** The acting member has a draft that was begun from other words. */
            OTHER_DRAFT,
            PICTURES_MANY,
            PICTURES_LARGE,
            /** One of the pictures is not right by itself. */
            PICTURE_BAD
        }

        private final Reason reason;

        public NotTaken(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public NotTaken(Reason reason, Throwable cause) {
            super(reason.name(), cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}
