package vn.quantriet.content;

import java.util.List;
import java.util.Optional;

/** Keeps pictures and documents beside a text. Nothing here may be called within a transaction, as with {@link TextPublishing}. */
public interface Attachments {

    /** What lies beside the text and is right, by name. */
    List<Attachment> of(ResolutionId id);

    /** The bytes to serve; a drawing's are rewritten from what is allowed in it. */
    Optional<Content> content(ResolutionId id, String name);

    /** What would be said of a file if it were added; changes nothing. */
    Checked check(ResolutionId id, String name, byte[] bytes);

    /**
     * Writes the file into the text's folder, over one of the same name, and commits it in the author's name. A drawing is
     * cleaned first. When this returns it can be fetched, and {@link ContentChanged} has been published.
     *
     * @throws ResolutionNotFound when there is no such text
     * @throws AttachmentRefused when {@link #check} finds any problem; nothing is written
     * @throws java.io.UncheckedIOException when it could not be written or committed; the library is as it was
     */
    Attachment add(ResolutionId id, String name, byte[] bytes, Author author);

    /**
     * Takes a file away in the author's name; nothing when there is none.
     *
     * @throws AttachmentInUse when a file of the text shows or links it
     */
    void remove(ResolutionId id, String name, Author author);

    /** A file name made of any name: {@code Sơ đồ 1.PNG} becomes {@code so-do-1.png}; absent when it has no known ending. */
    Optional<String> nameFor(String anyName);

    /** An attachment with its bytes. */
    record Content(Attachment attachment, byte[] bytes) {}

    /**
     * @param file as it would be kept: a drawing is cleaned; absent when there is a problem
     * @param removed what was taken out of a drawing, as problems by line; it does not keep the file from being added
     */
    record Checked(Optional<Content> file, List<Problem> problems, List<Problem> removed) {
        public Checked {
            problems = List.copyOf(problems);
            removed = List.copyOf(removed);
        }

        public Optional<Attachment> attachment() {
            return file.map(Content::attachment);
        }
    }

    /** A file with problems was to be added. */
    class AttachmentRefused extends RuntimeException {
        private final transient List<Problem> problems;

        public AttachmentRefused(List<Problem> problems) {
            super(problems.size() + " problems, first " + problems.getFirst().code());
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /** A file was to be removed that the text still shows. */
    class AttachmentInUse extends RuntimeException {
        private final transient List<String> files;

        public AttachmentInUse(List<String> files) {
            super("still shown in " + files);
            this.files = List.copyOf(files);
        }

        /** The files that refer to it, below the text's folder. */
        public List<String> files() {
            return files;
        }
    }
}
