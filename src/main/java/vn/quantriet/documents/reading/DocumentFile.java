package vn.quantriet.documents.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Reading;

/**
 * A file of whatever kind, known by how it begins and never by its name. To be read only where running out of memory or time harms
 * nobody.
 */
public final class DocumentFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final String PDF = "%PDF-";
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int HEAD = 1024;

    private DocumentFile() {}

    /** The words alone. @throws DocumentRefused as {@link #read(Path, Pictures, Progress)} */
    static Reading read(Path file, Progress progress) {
        return read(file, Pictures.dropped(), progress);
    }

    /** @throws DocumentRefused when it cannot be read; other exceptions mean the same as {@link Reason#DAMAGED} */
    static Reading read(Path file, Pictures pictures, Progress progress) {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new DocumentRefused(Reason.EMPTY);
        }
        if (startsWith(head, ZIP)) {
            return office(file, pictures, progress);
        }
        if (startsWith(head, OLE)) {
            return ole(file, progress);
        }
        // A few bytes may stand before the sign of a PDF.
        if (new String(head, StandardCharsets.ISO_8859_1).contains(PDF)) {
            return text(PdfFile.read(file, progress));
        }
        throw new DocumentRefused(Reason.UNKNOWN_KIND);
    }

    private static byte[] head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] head, byte[] sign) {
        return head.length >= sign.length && Arrays.equals(Arrays.copyOf(head, sign.length), sign);
    }

    private static Reading office(Path file, Pictures pictures, Progress progress) {
        try (var parts = new OfficeParts(file)) {
            var main = parts.main();
            var name = main.toLowerCase(Locale.ROOT);
            if (name.startsWith("word/")) {
                var reading = text(WordFile.read(parts, main, pictures, progress));
                return OwnCopy.isOne(parts, main) ? OwnCopy.read(file, false, reading) : reading;
            }
            if (name.startsWith("ppt/")) {
                var reading = DeckReading.of(SlidesFile.read(parts, main, pictures, progress));
                return OwnCopy.isOne(parts, main) ? OwnCopy.read(file, true, reading) : reading;
            }
            throw new DocumentRefused(Reason.UNKNOWN_KIND);
        }
    }

    private static Reading ole(Path file, Progress progress) {
        try (var system = new POIFSFileSystem(file.toFile(), true)) {
            var root = system.getRoot();
            if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
                throw new DocumentRefused(Reason.ENCRYPTED);
            }
            if (!root.hasEntry("WordDocument")) {
                throw new DocumentRefused(Reason.UNKNOWN_KIND);
            }
            return text(OldWordFile.read(system, progress));
        } catch (EncryptedDocumentException e) {
            throw new DocumentRefused(Reason.ENCRYPTED, e);
        } catch (OldFileFormatException e) {
            throw new DocumentRefused(Reason.UNKNOWN_KIND, e);
        } catch (IOException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        }
    }

    private static Reading text(Original original) {
        if (original.blocks().stream().allMatch(block -> block.text().isBlank())) {
            throw new DocumentRefused(Reason.EMPTY);
        }
        return TextReading.of(original);
    }
}
