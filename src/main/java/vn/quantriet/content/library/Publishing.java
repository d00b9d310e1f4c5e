package vn.quantriet.content.library;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import vn.quantriet.content.Author;

/**
 * What is being published, noted on disk from before the file is written until after it is committed. A process that is killed
 * in between leaves the note, from which the next one learns in whose name to commit.
 */
final class Publishing {
    private static final String PATH = "path";
    private static final String HASH = "hash";
    private static final String NAME = "name";
    private static final String EMAIL = "email";

    private final Path note;

    /** @param folder exists, and is no part of what is published */
    Publishing(Path folder) {
        this.note = folder.resolve("publishing.properties");
    }

    /**
     * A file about to be written.
     *
     * @param hash of what will be in it
     */
    record Intent(String path, String hash, Author author) {}

    void begin(Intent intent) throws IOException {
        var properties = new Properties();
        properties.setProperty(PATH, intent.path());
        properties.setProperty(HASH, intent.hash());
        properties.setProperty(NAME, intent.author().name());
        properties.setProperty(EMAIL, intent.author().email());
        var unfinished = note.resolveSibling(note.getFileName() + ".tmp");
        try (var writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, null);
        }
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void end() throws IOException {
        Files.deleteIfExists(note);
    }

    /** What was begun and not ended. */
    Optional<Intent> begun() throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(note)));
        return Optional.of(new Intent(
                properties.getProperty(PATH, ""),
                properties.getProperty(HASH, ""),
                new Author(properties.getProperty(NAME, ""), properties.getProperty(EMAIL, ""))));
    }
}
