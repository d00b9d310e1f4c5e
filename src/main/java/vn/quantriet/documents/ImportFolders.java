package vn.quantriet.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.documents.DocumentRefused.Reason;

/**
 * What is kept of documents that were brought: a folder for each, with the document only while it is read. It is there so that a page
 * can be left and come back to, on disk and not in the memory of sessions; it is nobody's record.
 */
final class ImportFolders {
    private static final String OWNER = "owner";
    private static final String NAME = "name";
    private static final String DOCUMENT = "document";
    private static final String READING = "reading.json";
    private static final String REFUSED = "refused";
    private static final String FILES = "files";

    private final Path root;

    ImportFolders(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The two sides of the page, as HTML. */
    enum Side {
        SOURCE,
        RESULT
    }

    /**
     * Takes in a document.
     *
     * @throws DocumentRefused when it is larger than {@code most} bytes, or empty; nothing is kept
     */
    ImportId add(String owner, String name, InputStream document, long most) {
        var id = ImportId.random();
        try {
            var folder = folder(id);
            Files.createDirectories(work(id));
            Files.writeString(folder.resolve(OWNER), owner);
            Files.writeString(folder.resolve(NAME), name);
            long size = copy(document, folder.resolve(DOCUMENT), most);
            if (size > most || size == 0) {
                remove(id);
                throw new DocumentRefused(size == 0 ? Reason.EMPTY : Reason.TOO_LARGE);
            }
            return id;
        } catch (IOException e) {
            remove(id);
            throw new UncheckedIOException(e);
        }
    }

    private static long copy(InputStream from, Path to, long most) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            int read = from.read(buffer);
            while (read >= 0 && size <= most) {
                out.write(buffer, 0, read);
                size += read;
                read = from.read(buffer);
            }
            return size;
        }
    }

    Path document(ImportId id) {
        return folder(id).resolve(DOCUMENT);
    }

    /** Where the process that reads it may write. */
    Path work(ImportId id) {
        return folder(id).resolve("work");
    }

    private Path folder(ImportId id) {
        return root.resolve(id.value());
    }

    /** Whose it is; absent when there is none. */
    Optional<String> owner(ImportId id) {
        return read(id, OWNER);
    }

    String name(ImportId id) {
        return read(id, NAME).orElse("");
    }

    private Optional<String> read(ImportId id, String file) {
        try {
            return Optional.of(Files.readString(folder(id).resolve(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps files of a folder that goes away. @param names of files that are there */
    void keep(ImportId id, Path from, Collection<String> names) {
        try {
            if (!names.isEmpty() && Files.isDirectory(folder(id))) {
                var to = Files.createDirectories(folder(id).resolve(FILES));
                for (var name : names) {
                    Files.move(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files that were kept. */
    Set<String> files(ImportId id) {
        var kept = folder(id).resolve(FILES);
        if (!Files.isDirectory(kept)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of one of {@link #files}. */
    Optional<byte[]> file(ImportId id, String name) {
        try {
            return files(id).contains(name)
                    ? Optional.of(Files.readAllBytes(folder(id).resolve(FILES).resolve(name)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what was made of the document, its HTML apart, and lets go of the document. */
    void finish(ImportId id, Reading reading, String source, String result) {
        write(id, Side.SOURCE.name(), source);
        write(id, Side.RESULT.name(), result);
        write(id, READING, JsonMapper.shared().writeValueAsString(reading.withoutHtml()));
        release(id);
    }

    void refuse(ImportId id, Reason reason) {
        write(id, REFUSED, reason.name());
        release(id);
    }

    Optional<Reading> reading(ImportId id) {
        return read(id, READING).map(json -> JsonMapper.shared().readValue(json, Reading.class));
    }

    Optional<Reason> refused(ImportId id) {
        return read(id, REFUSED).map(Reason::valueOf);
    }

    Optional<String> html(ImportId id, Side side) {
        return read(id, side.name());
    }

    private void write(ImportId id, String file, String text) {
        try {
            if (Files.isDirectory(folder(id))) {
                Files.writeString(folder(id).resolve(file), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release(ImportId id) {
        try {
            Files.deleteIfExists(document(id));
            delete(work(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(ImportId id) {
        try {
            delete(folder(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** All there are, that were brought before a time. */
    List<ImportId> before(Instant time) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(
                            folder -> ImportId.isValid(folder.getFileName().toString()))
                    .filter(folder -> isOlder(folder, time))
                    .map(folder -> new ImportId(folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path folder, Instant time) {
        try {
            return Files.getLastModifiedTime(folder).toInstant().isBefore(time);
        } catch (IOException e) {
            return false;
        }
    }
}
