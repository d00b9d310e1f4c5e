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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.content.Author;

/**
 * Writes and commits changes, all of them or none. What is being published is noted on disk with all that is to be written before the
 * first file is touched, and until it is committed. A process that is killed before the note is complete has changed nothing; one that
 * is killed later leaves it, and the next one writes and commits all of it. Under the library's lock.
 */
final class Publishing {
    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String MESSAGE = "message";
    private static final String FILES = "files";
    private static final String PATH = "path.";
    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";
    private static final String NOTHING = "-";

    private final LibraryFolder folder;
    private final LibraryHistory history;
    private final Path note;
    private final Path staged;

    Publishing(LibraryFolder folder, LibraryHistory history) {
        this.folder = folder;
        this.history = history;
        var beside = folder.root().resolve(LibraryHistory.GIT);
        this.note = beside.resolve("publishing.properties");
        this.staged = beside.resolve("publishing");
    }

    /** Commits changes and answers the commit's name. When that fails, the files are as they were. */
    String publish(Changeset changes) throws IOException {
        Map<String, Optional<byte[]>> before = new TreeMap<>();
        for (var path : changes.files().keySet()) {
            before.put(path, folder.read(path));
        }
        begin(changes, before);
        String commit;
        try {
            folder.write(changes.files());
            commit = commit(changes);
        } catch (IOException e) {
            putBack(before, e);
            end();
            throw e;
        }
        try {
            end();
        } catch (IOException e) {
            // A note that stays does no harm: what it names is committed, and the next one replaces it.
            log.warn("library: {} is published, but the note of it could not be deleted", changes.folders(), e);
        }
        return commit;
    }

    /** Completes what a predecessor was killed over. What somebody wrote into the folder since then is kept as a change of its own. */
    void complete() throws IOException {
        var begun = begun();
        if (begun.isPresent()) {
            var changes = begun.get().changes();
            Map<String, Optional<byte[]>> later = new TreeMap<>();
            for (var file : changes.files().entrySet()) {
                var present = folder.read(file.getKey());
                var name = name(present);
                if (!name.equals(begun.get().before().get(file.getKey())) && !name.equals(name(file.getValue()))) {
                    later.put(file.getKey(), present);
                }
            }
            folder.write(changes.files());
            commit(changes);
            folder.write(later);
            end();
        }
    }

    private String commit(Changeset changes) throws IOException {
        return history.commit(changes.files().keySet(), path -> true, path -> true, changes.author(), changes.message())
                .name();
    }

    /** When this fails too, the note stays and the next start completes it. */
    private void putBack(Map<String, Optional<byte[]>> before, IOException why) throws IOException {
        try {
            folder.write(before);
        } catch (IOException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    /** What was begun and not ended. @param before what {@link #name} says of each file as it was, by path */
    private record Begun(Changeset changes, Map<String, String> before) {}

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

    private void end() throws IOException {
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

    private Optional<Begun> begun() throws IOException {
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
    private static String name(Optional<byte[]> content) {
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
