package vn.quantriet.content.library;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;

/** Where versions of files are kept, and where to look for one that was right when the present one is not. */
interface LastGood {
    /** For a folder that is only looked at. */
    LastGood NOWHERE = new LastGood() {
        @Override
        public ObjectId keep(byte[] content) {
            return LibraryHistory.nameOf(content);
        }

        @Override
        public Optional<Unsettled.Version> lastOwn(String folder, String text, String register) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> content(ObjectId name) {
            return Optional.empty();
        }

        @Override
        public <T> Optional<Committed<T>> newest(String path, Function<byte[], Optional<T>> reading) {
            return Optional.empty();
        }
    };

    /** The version of a text and its register in its folder that counts as the one before; absent when there is none. */
    Optional<Unsettled.Version> lastOwn(String folder, String text, String register);

    /** What was kept under a name. */
    Optional<byte[]> content(ObjectId name) throws IOException;

    /** A committed version of a file, and what was made of it. */
    record Committed<T>(ObjectId blob, T reading) {}

    /** Keeps content under the answered name, whether or not it is ever committed. */
    ObjectId keep(byte[] content);

    /** The newest committed version of a file, among a bounded number, of which {@code reading} makes something. */
    <T> Optional<Committed<T>> newest(String path, Function<byte[], Optional<T>> reading);
}
