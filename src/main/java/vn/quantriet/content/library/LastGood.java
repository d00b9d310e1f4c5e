package vn.quantriet.content.library;

import java.util.Optional;
import java.util.function.Function;

/** Where to look for a version of a file that was right, when the present one is not. */
interface LastGood {
    /** For a folder that is only looked at. */
    LastGood NOWHERE = new LastGood() {
        @Override
        public <T> Optional<T> newest(String path, Function<byte[], Optional<T>> reading) {
            return Optional.empty();
        }
    };

    /** The newest committed version of a file, among a bounded number, of which {@code reading} makes something. */
    <T> Optional<T> newest(String path, Function<byte[], Optional<T>> reading);
}
