package vn.quantriet.content.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read from the texts' folders, kept on disk so that a start need not read them again. Never a source: an entry counts only
 * while its folder is as it was read, and a catalogue that is missing, damaged, or was written by a program that reads files in
 * another way is begun anew.
 *
 * <p>The file is a heading and then records, each with its length and checksum; a later one on the same text takes the place of an
 * earlier one. Changes are added at the end by one thread in the background, so that what a killed process leaves is right as far as
 * it goes. A file that holds much that was replaced is written anew when it is next read.
 */
final class Catalogue implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);
    private static final int FRAME = Integer.BYTES + Integer.BYTES;
    private static final long STOP_SECONDS = 30;

    /** Records of which no more than one in so many may have been replaced. */
    private static final int REPLACED = 4;

    private final Path file;
    private final byte[] heading;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("library-catalogue").factory());

    /**
     * @param file lies in a folder that exists
     * @param rules differs when files are read in another way
     */
    Catalogue(Path file, String rules) {
        this.file = file;
        this.heading = CatalogueEntry.heading(rules);
    }

    /** Every text that was kept, by the name of its folder. Uses every processor. */
    Map<String, Shelved> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length >= heading.length
                    && ByteBuffer.wrap(bytes, 0, heading.length).equals(ByteBuffer.wrap(heading))) {
                return read(bytes);
            }
            log.info("library: {} was written by another version and is begun anew", file);
        } catch (NoSuchFileException e) {
            log.debug("library: no catalogue yet");
        } catch (IOException | CatalogueEntry.Damaged e) {
            log.warn("library: {} cannot be read and is begun anew", file, e);
        }
        writer.execute(() -> write(List.of()));
        return Map.of();
    }

    /** Throws away what there is: it tells of another library. */
    void clear() {
        writer.execute(() -> write(List.of()));
    }

    private Map<String, Shelved> read(byte[] bytes) {
        Map<String, CatalogueEntry> latest = new LinkedHashMap<>();
        int records = 0;
        int end = heading.length;
        while (isRecord(bytes, end)) {
            int length = ByteBuffer.wrap(bytes).getInt(end);
            var entry = new CatalogueEntry(bytes, end + FRAME, length);
            latest.put(entry.name(), entry);
            records++;
            end += FRAME + length;
        }
        Map<String, Shelved> texts = new ConcurrentHashMap<>();
        var words = new CatalogueEntry.Words();
        latest.values().parallelStream()
                .filter(entry -> !entry.isGone())
                .map(entry -> entry.text(words))
                .forEach(text -> texts.put(text.id().value(), text));
        if (end < bytes.length || records > texts.size() + texts.size() / REPLACED + 1) {
            writer.execute(() -> write(texts.values()));
        }
        return texts;
    }

    /** Whether a whole and undamaged record begins here; what follows one that is not was being written when somebody pulled the plug. */
    private static boolean isRecord(byte[] bytes, int at) {
        if (bytes.length - at < FRAME) {
            return false;
        }
        var frame = ByteBuffer.wrap(bytes, at, FRAME);
        int length = frame.getInt();
        return length > 0 && length <= bytes.length - at - FRAME && frame.getInt() == sum(bytes, at + FRAME, length);
    }

    /**
     * Keeps some texts as they are now, later.
     *
     * @param gone names of folders that are not there any more
     */
    void keep(Collection<Shelved> texts, Collection<String> gone) {
        if (!texts.isEmpty() || !gone.isEmpty()) {
            var kept = List.copyOf(texts);
            var left = List.copyOf(gone);
            writer.execute(() -> append(kept, left));
        }
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("library: the catalogue was not written in time; the next start will take longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure costs the next start some time, and nothing else. */
    private void append(Collection<Shelved> texts, Collection<String> gone) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var text : texts) {
                write(channel, CatalogueEntry.of(text));
            }
            for (var name : gone) {
                write(channel, CatalogueEntry.gone(name));
            }
        } catch (IOException e) {
            log.warn("library: {} could not be added to", file, e);
        }
    }

    /** Replaces the file in one step. */
    private void write(Collection<Shelved> texts) {
        var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (var channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(heading));
                for (var text : texts) {
                    write(channel, CatalogueEntry.of(text));
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("library: {} could not be written", file, e);
        }
    }

    private static void write(FileChannel channel, byte[] record) throws IOException {
        var frame = ByteBuffer.allocate(FRAME + record.length)
                .putInt(record.length)
                .putInt(sum(record, 0, record.length))
                .put(record)
                .flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    private static int sum(byte[] bytes, int from, int length) {
        var sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
