package vn.quantriet.documents.writing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Reads Word and PowerPoint files that the portal wrote, whatever was edited in them since. Holds the whole file in memory, and like
 * every reader of office files takes what time and memory a hostile one wants: for uploads, in a process of its own.
 */
public final class OwnFile {
    private OwnFile() {}

    /**
     * The library files that a document holds; absent when it is none of ours.
     *
     * @throws IOException when it cannot be read
     */
    public static Optional<LibraryFiles> read(Path document) throws IOException {
        var name = document.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".docx") && !name.endsWith(".pptx")) {
            return Optional.empty();
        }
        try (var file = OPCPackage.open(document.toFile(), PackageAccess.READ)) {
            if (Memory.of(file).isEmpty()) {
                return Optional.empty();
            }
            if (name.endsWith(".docx")) {
                try (var text = new XWPFDocument(file)) {
                    return WordReading.of(text);
                }
            }
            try (var show = new XMLSlideShow(file)) {
                return SlidesReading.of(show);
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }
}
