package vn.quantriet.organisation.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.organisation.ImportProblem.ImportFile;
import vn.quantriet.tables.CsvTable;

/**
 * The files of an import between their preview and its confirmation: on disk, readable by the portal alone, because a session
 * that kept them in memory would keep them for hours. Whoever takes one in deletes it.
 */
final class UploadedTables {
    /** In bytes; some hundred thousand people. */
    static final int LARGEST = 10_000_000;

    private final Path folder;
    private final Map<ImportFile, Path> files = new EnumMap<>(ImportFile.class);

    UploadedTables(Path folder) {
        this.folder = folder;
    }

    /** The bytes of an upload, absent when they are more than {@link #LARGEST}; what is beyond that is not read. */
    static Optional<byte[]> read(InputStream upload) throws IOException {
        byte[] bytes = upload.readNBytes(LARGEST + 1);
        return bytes.length > LARGEST ? Optional.empty() : Optional.of(bytes);
    }

    void put(ImportFile file, byte[] bytes) {
        remove(file);
        try {
            Path path = Files.createTempFile(folder, "quantriet-import-", ".csv");
            files.put(file, path);
            Files.write(path, bytes);
        } catch (IOException e) {
            remove(file);
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says, blank when there is none. */
    String text(ImportFile file) {
        Path path = files.get(file);
        if (path == null) {
            return "";
        }
        try {
            return CsvTable.decode(Files.readAllBytes(path)).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    void remove(ImportFile file) {
        Path path = files.remove(file);
        if (path != null) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void clear() {
        for (ImportFile file : ImportFile.values()) {
            remove(file);
        }
    }
}
