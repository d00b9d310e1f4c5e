package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.format.SourceFile;

/** The files of the library. Symbolic links and hidden files are passed over. */
final class LibraryFolder {
    private static final String MARKDOWN = ".md";
    private static final String SLIDES = "slides";
    private static final String FILES = "files";

    private final Path root;

    LibraryFolder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** Names of the folders directly below the root that hold Markdown. */
    List<String> texts() {
        return list(root).stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> path.getFileName().toString())
                .filter(name -> !files(name).isEmpty())
                .toList();
    }

    /** Paths below the root, parted by slashes, of the Markdown files of one text: in its folder and in {@code slides}. */
    List<String> files(String text) {
        var folder = root.resolve(text);
        List<Path> found = new ArrayList<>(within(folder));
        found.addAll(within(folder.resolve(SLIDES)));
        return found.stream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> root.relativize(path).toString().replace('\\', '/'))
                .filter(path -> path.endsWith(MARKDOWN))
                .sorted()
                .toList();
    }

    /** Paths below the root of what lies in a text's folder {@code files}, whatever it is; folders within are passed over. */
    List<String> attached(String text) {
        return within(root.resolve(text).resolve(FILES)).stream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> root.relativize(path).toString().replace('\\', '/'))
                .toList();
    }

    /** Changes when the file does: its size and the time it was written; absent when there is no such file. */
    Optional<String> stamp(String path) {
        try {
            var attributes = Files.readAttributes(own(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(
                    attributes.size() + " " + attributes.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The file's bytes, of which there is one too many when it is too large; absent when there is no such file. */
    Optional<byte[]> read(String path) throws IOException {
        return read(path, SourceFile.MOST_BYTES);
    }

    Optional<byte[]> read(String path, int most) throws IOException {
        try (var in = Files.newInputStream(own(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(most + 1));
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
                throw new IOException("a link leads out of the library: " + relative.subpath(0, names));
            }
        }
        return target;
    }

    /** What lies in a folder below the root, unless it is a link. */
    private List<Path> within(Path folder) {
        var parent = folder.getParent();
        boolean real = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && parent != null
                && (root.equals(parent) || !Files.isSymbolicLink(parent));
        return real ? list(folder) : List.of();
    }

    private static List<Path> list(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
