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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.format.SourceFile;

/** The files of the library. Symbolic links and hidden files are passed over. */
final class LibraryFolder {
    private static final String MARKDOWN = ".md";
    private static final String SLIDES = "slides";

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
        List<Path> found = new ArrayList<>(list(folder));
        found.addAll(list(folder.resolve(SLIDES)));
        return found.stream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> root.relativize(path).toString().replace('\\', '/'))
                .filter(path -> path.endsWith(MARKDOWN))
                .sorted()
                .toList();
    }

    /** The file's bytes, of which there is one too many when it is too large; absent when there is no such file. */
    Optional<byte[]> read(String path) throws IOException {
        try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(SourceFile.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file in one step: a reader, or a crash, sees the old one or the new one. */
    void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, byte[] content) throws IOException {
        var target = root.resolve(path);
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
        Files.deleteIfExists(root.resolve(path));
    }

    /** Copies a folder's files, hidden ones excepted, over those of this one. */
    void copyFrom(Path seed) {
        try (var paths = Files.walk(seed)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var relative = seed.relativize(path);
                if (Files.isRegularFile(path) && !isHidden(relative)) {
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
