package vn.quantriet.content.library;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import vn.quantriet.content.Author;

/**
 * What is being published, noted on disk with all that is to be written before the first file is touched, and until it is committed.
 * A process that is killed before the note is complete has changed nothing; one that is killed later leaves it, and the next one
 * writes and commits all of it.
 */
final class Publishing {
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String MESSAGE = "message";
    private static final String FILES = "files";
    private static final String PATH = "path.";
    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";
    private static final String NOTHING = "-";

    private final Path note;
    private final Path staged;

    /** @param folder exists, and is no part of what is published */
    Publishing(Path folder) {
        this.note = folder.resolve("publishing.properties");
        this.staged = folder.resolve("publishing");
    }

    /** What was begun and not ended. @param before what {@link #name} says of each file as it was, by path */
    record Begun(Changeset changes, Map<String, String> before) {}

    /** @param before what the files hold now, by path */
    void begin(Changeset changes, Map<String, Optional<byte[]>> before) throws IOException {
        Files.createDirectories(staged);
        var properties = new Properties();
        properties.setProperty(NAME, changes.author().name());
        properties.setProperty(EMAIL, changes.author().email());
        properties.setProperty(MESSAGE, changes.message());
        properties.setProperty(FILES, String.valueOf(changes.files().size()));
        int number = 0;
        for (var file : changes.files().entrySet()) {
            properties.setProperty(PATH + number, file.getKey());
            properties.setProperty(BEFORE + number, name(before.getOrDefault(file.getKey(), Optional.empty())));
            properties.setProperty(AFTER + number, name(file.getValue()));
            if (file.getValue().isPresent()) {
                write(staged.resolve(String.valueOf(number)), file.getValue().get());
            }
            number++;
        }
        var text = new StringWriter();
        properties.store(text, null);
        var unfinished = note.resolveSibling(note.getFileName() + ".tmp");
        write(unfinished, text.toString().getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void end() throws IOException {
        Files.deleteIfExists(note);
        if (Files.isDirectory(staged)) {
            List<Path> left;
            try (var files = Files.list(staged)) {
                left = files.toList();
            }
            for (var file : left) {
                Files.delete(file);
            }
        }
    }

    Optional<Begun> begun() throws IOException {
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(note)));
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        Map<String, String> before = new TreeMap<>();
        for (int number = 0; number < Integer.parseInt(properties.getProperty(FILES, "0")); number++) {
            var path = properties.getProperty(PATH + number, "");
            boolean gone = properties.getProperty(AFTER + number, NOTHING).equals(NOTHING);
            files.put(
                    path,
                    gone ? Optional.empty() : Optional.of(Files.readAllBytes(staged.resolve(String.valueOf(number)))));
            before.put(path, properties.getProperty(BEFORE + number, NOTHING));
        }
        var author = new Author(properties.getProperty(NAME, ""), properties.getProperty(EMAIL, ""));
        return Optional.of(new Begun(new Changeset(files, author, properties.getProperty(MESSAGE, "")), before));
    }

    /** Tells contents apart. */
    static String name(Optional<byte[]> content) {
        return content.map(LibraryHistory::nameOf).map(name -> name.name()).orElse(NOTHING);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
