package vn.quantriet.search.lucene;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.vietnamese.Vocabulary;

/** What was learnt from the library, on disk, so that a start need not read all texts for it. Never a source. */
final class LearntWords {
    private static final Logger LOG = LoggerFactory.getLogger(LearntWords.class);

    /** Raise it when words are learnt or written in another way. */
    private static final String SCHEMA = "quan-triet words 2";

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String begunWith;

    /** @param begunWith what every vocabulary is taught first; of another beginning nothing is taken over */
    LearntWords(Path file, String begunWith) {
        this.file = file;
        this.begunWith = begunWith.length() + "-" + begunWith.hashCode();
    }

    /** @param texts the version of each text whose words are in it */
    record Learnt(Vocabulary vocabulary, Map<ResolutionId, String> texts) {}

    /** Absent when nothing was kept, or nothing that this program can use. */
    Optional<Learnt> read() {
        try (var in = new DataInputStream(new BufferedInputStream(checked(), BUFFER))) {
            if (!in.readUTF().equals(SCHEMA) || !in.readUTF().equals(begunWith)) {
                return Optional.empty();
            }
            Map<ResolutionId, String> texts = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                texts.put(new ResolutionId(in.readUTF()), in.readUTF());
            }
            return Optional.of(new Learnt(Vocabulary.read(in), texts));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read; the words of the library are learnt anew", file, e);
            return Optional.empty();
        }
    }

    /**
     * The file without its checksum, which was found right: a wrong number would be believed, and a wrong length ask for any amount of
     * memory.
     */
    private InputStream checked() throws IOException {
        long words = Files.size(file) - Long.BYTES;
        var sum = new CRC32();
        try (var in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), sum))) {
            in.skipNBytes(Math.max(0, words));
            long found = sum.getValue();
            long expected = in.readLong();
            if (found != expected) {
                throw new IOException("checksum is %x, expected %x".formatted(found, expected));
            }
        }
        return Files.newInputStream(file);
    }

    /** Replaces the file in one step. A failure costs the next start some time, and nothing else. */
    void write(Vocabulary vocabulary, Map<ResolutionId, String> texts) {
        var unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            var sum = new CRC32();
            try (var out = new DataOutputStream(new BufferedOutputStream(
                    new CheckedOutputStream(Files.newOutputStream(unfinished), sum), BUFFER))) {
                out.writeUTF(SCHEMA);
                out.writeUTF(begunWith);
                out.writeInt(texts.size());
                for (var text : texts.entrySet()) {
                    out.writeUTF(text.getKey().value());
                    out.writeUTF(text.getValue());
                }
                vocabulary.write(out);
                out.flush();
                out.writeLong(sum.getValue());
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be written", file, e);
        }
    }
}
