package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.SourceFile;

/** The files of the library. Symbolic links and hidden files are passed over. */
final class LibraryFolder {
    private static final String MARKDOWN = ".md";
    private static final String SLIDES = "slides";
    private static final String FILES = "files";

    /** Far above the finest step in which any file system in use keeps time. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path root;
    private final Clock clock;

    /** @param clock that of the machine, which also stamps files */
    LibraryFolder(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    Path root() {
        return root;
    }

    /** The folders directly below the root that hold Markdown, by name, with the state of their files. Uses every processor. */
    Map<String, FolderState> scan() {
        Map<String, FolderState> found = new ConcurrentHashMap<>();
        names(root).parallelStream().forEach(name -> {
            var state = state(name);
            if (!state.files().isEmpty()) {
                found.put(name, state);
            }
        });
        return found;
    }

    boolean isEmpty() {
        return names(root).stream().allMatch(name -> state(name).files().isEmpty());
    }

    /**
     * The Markdown files of one text, in its folder and in {@code slides}, its register, and what lies in {@code files}; nothing when
     * there is no such folder, or none of the first.
     */
    FolderState state(String text) {
        long now = clock.millis();
        var folder = root.resolve(text);
        List<FolderState.File> files = new ArrayList<>();
        if (!text.startsWith(".") && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            addFiles(folder, "", MARKDOWN, files);
            if (Files.isDirectory(folder.resolve(SLIDES), LinkOption.NOFOLLOW_LINKS)) {
                addFiles(folder.resolve(SLIDES), SLIDES + "/", MARKDOWN, files);
            }
            if (!files.isEmpty() && Files.isDirectory(folder.resolve(FILES), LinkOption.NOFOLLOW_LINKS)) {
                addFiles(folder.resolve(FILES), FILES + "/", "", files);
            }
        }
        files.sort(Comparator.comparing(FolderState.File::path));
        long latest = TimeUnit.MILLISECONDS.toNanos(now) - SETTLED_NANOS;
        return new FolderState(files, files.stream().allMatch(file -> file.modified() < latest));
    }

    private static void addFiles(Path folder, String prefix, String ending, List<FolderState.File> files) {
        for (var name : names(folder)) {
            if (name.endsWith(ending) || name.equals(ClauseRegister.FILE) && prefix.isEmpty()) {
                var file = folder.resolve(name);
                try {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (attributes.isRegularFile()) {
                        long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                        files.add(new FolderState.File(prefix + name, attributes.size(), modified));
                    }
                } catch (NoSuchFileException e) {
                    // Gone since it was listed.
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** What lies in a text's folder {@code files}; folders within and links are passed over. */
    List<FolderState.File> attached(String text) {
        var folder = root.resolve(text);
        List<FolderState.File> files = new ArrayList<>();
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(folder.resolve(FILES), LinkOption.NOFOLLOW_LINKS)) {
            addFiles(folder.resolve(FILES), FILES + "/", "", files);
        }
        files.sort(Comparator.comparing(FolderState.File::path));
        return files;
    }

    /** The file's bytes, of which there is one too many when it is too large; absent when there is no such file. */
    Optional<byte[]> read(String path) throws IOException {
        int most = path.contains("/" + FILES + "/") ? Attachment.LARGEST : SourceFile.MOST_BYTES;
        try (var in = Files.newInputStream(own(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(most + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The file's bytes, however many; absent when there is no such file. */
    Optional<byte[]> readWhole(String path) throws IOException {
        try (var in = Files.newInputStream(own(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file in one step: a reader, or a crash, sees the old one or the new one. */
    void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, byte[] content) throws IOException {
        var target = own(path);
        Files.createDirectories(target.getParent());
        var unfinished = Files.createTempFile(root.resolve(LibraryHistory.GIT), "write", ".tmp");
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes files, and deletes those that shall hold nothing, one after the other. */
    void write(Map<String, Optional<byte[]>> files) throws IOException {
        for (var file : files.entrySet()) {
            if (file.getValue().isPresent()) {
                write(file.getKey(), file.getValue().get());
            } else {
                delete(file.getKey());
            }
        }
    }

    boolean holds(String path) {
        return Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    void delete(String path) throws IOException {
        Files.deleteIfExists(own(path));
    }

    /** Copies a folder's files, hidden ones excepted, over those of this one. */
    void copyFrom(Path seed) {
        try (var paths = Files.walk(seed)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var relative = seed.relativize(path);
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !isHidden(relative)) {
                    var target = root.resolve(relative.toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHidden(Path relative) {
        for (var part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** @throws IOException when the path, or a link on its way, leads out of the library */
    private Path own(String path) throws IOException {
        var target = root.resolve(path).normalize();
        if (!target.startsWith(root) || target.equals(root)) {
            throw new IOException("outside the library: " + path);
        }
        var relative = root.relativize(target);
        for (int names = 1; names < relative.getNameCount(); names++) {
            if (Files.isSymbolicLink(root.resolve(relative.subpath(0, names)))) {
                throw new IOException("expected a folder, found a symbolic link: " + relative.subpath(0, names));
            }
        }
        return target;
    }

    /** What lies in a folder, hidden files excepted; nothing when it is no folder. */
    private static List<String> names(Path folder) {
        List<String> names = new ArrayList<>();
        try (var paths = Files.newDirectoryStream(folder)) {
            for (var path : paths) {
                var name = path.getFileName().toString();
                if (!name.startsWith(".")) {
                    names.add(name);
                }
            }
            return names;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
