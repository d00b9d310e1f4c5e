package vn.quantriet.documents.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.quantriet.content.Attachment;
import vn.quantriet.documents.reading.FittingPicture.Refused;

/** Takes the pictures out of a document, each once, as long as the library would take as many. */
final class Pictures {
    private static final int LONGEST_WORDS = 300;
    private static final int LARGEST = 25 << 20;
    /** What a draft may hold. */
    private static final long MOST_BYTES = 60_000_000;

    private final Optional<Path> folder;
    private final Map<String, Taken> byPart = new HashMap<>();
    private int count;
    private long size;

    private Pictures(Optional<Path> folder) {
        this.folder = folder;
    }

    /** @param folder for their files */
    static Pictures into(Path folder) {
        return new Pictures(Optional.of(folder));
    }

    /** For readings whose words alone are wanted. */
    static Pictures dropped() {
        return new Pictures(Optional.empty());
    }

    /**
     * What became of a picture.
     *
     * @param file its name among the files of the text; empty when it was not taken
     * @param problem what is to be said; empty when nothing is
     */
    record Taken(String file, String problem) {}

    /** @param part where the document keeps it: what is shown twice is taken once */
    Taken take(String part, Supplier<InputStream> bytes) {
        var known = byPart.get(part);
        if (known == null) {
            known = taken(bytes);
            byPart.put(part, known);
        }
        return known;
    }

    private Taken taken(Supplier<InputStream> source) {
        if (count >= Attachment.MOST) {
            return new Taken("", "picture-many");
        }
        try (var in = source.get()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return new Taken("", FittingPicture.Unfit.LARGE.code());
            }
            var picture = FittingPicture.of(bytes);
            if (size + picture.bytes().length > MOST_BYTES) {
                return new Taken("", "picture-many");
            }
            size += picture.bytes().length;
            var name = "hinh-" + ++count + "." + picture.ending();
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
                Files.write(folder.get().resolve(name), picture.bytes());
            }
            return new Taken(name, "");
        } catch (Refused e) {
            return new Taken("", e.why().code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a picture is described that says itself; programs put the name of a file there, which describes nothing. */
    static String described(Optional<String> words) {
        return words.map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> !text.matches("(?i)\\S+\\.(png|jpe?g|gif|bmp|webp|emf|wmf|svg|tiff?)"))
                .map(text -> text.length() > LONGEST_WORDS
                        ? text.substring(0, LONGEST_WORDS).strip() + "…"
                        : text)
                .orElse("");
    }
}
