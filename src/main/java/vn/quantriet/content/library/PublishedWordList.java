package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Author;
import vn.quantriet.content.TextPublishing.FilesHaveProblems;
import vn.quantriet.content.WordList;
import vn.quantriet.content.format.SourceFile;

/** The word list in the live library. */
@Service
class PublishedWordList implements WordList {
    private final LiveLibrary library;

    PublishedWordList(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public List<String> lines() {
        return present().map(PublishedWordList::linesOf).orElse(List.of());
    }

    @Override
    public void change(UnaryOperator<List<String>> change, Author author, String message) {
        library.exclusively(() -> {
            var before = present();
            var present = before.map(PublishedWordList::linesOf).orElse(List.of());
            var wanted = List.copyOf(change.apply(present));
            if (!wanted.equals(present)) {
                var bytes = (String.join("\n", wanted) + "\n").getBytes(StandardCharsets.UTF_8);
                linesOf(bytes);
                before.ifPresent(byHand -> write(byHand, LibraryHistory.LIBRARY, "Update " + FILE));
                write(bytes, author, message);
            }
            return wanted;
        });
    }

    /** Commits nothing when the file is committed as it is. */
    private void write(byte[] bytes, Author author, String message) {
        library.publish(new Changeset(Map.of(FILE, Optional.of(bytes)), author, message));
    }

    private Optional<byte[]> present() {
        try {
            return library.folder().read(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(byte[] bytes) {
        var read = SourceFile.read(FILE, bytes);
        return read.file()
                .orElseThrow(() -> new FilesHaveProblems(read.problems()))
                .text()
                .lines()
                .toList();
    }
}
