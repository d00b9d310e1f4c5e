package vn.quantriet.documents.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.TextHead;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.writing.LibraryFiles;
import vn.quantriet.documents.writing.SlidesReading;
import vn.quantriet.documents.writing.WordReading;

/** A document that this portal wrote, and that remembers what it was made of. */
final class OwnCopy {
    private static final TextHead NO_HEAD = new TextHead("", "", "", "", "", "", List.of(), "");

    private OwnCopy() {}

    /** Whether one of the parts beside the document's own says so. */
    static boolean isOne(OfficeParts parts, String main) {
        return parts.targets(main).values().stream()
                .filter(target -> !target.external() && target.type().endsWith("/customXml"))
                .flatMap(target -> parts.parse(target.address()).stream())
                .anyMatch(part -> part.name().equals("library")
                        && part.attribute("text").filter(ResolutionId::isValid).isPresent());
    }

    /**
     * @param asAny what was made of it as of any document, which shows its words
     * @throws DocumentRefused also when something was left out of it when it was downloaded
     */
    static Reading read(Path file, boolean slides, Reading asAny) {
        var files = files(file, slides);
        if (files.isPresent() && !files.get().whole()) {
            throw new DocumentRefused(Reason.WITHOUT_NOTES);
        }
        return files.map(copy -> new Reading(
                        Reading.Kind.COPY,
                        NO_HEAD,
                        "",
                        List.of(new Unclear(0, 0, "copy", List.of(copy.text().value()), "")),
                        asAny.sourceHtml(),
                        asAny.previewHtml(),
                        copy.text().value(),
                        copy.madeOf(),
                        copy.files(),
                        List.of()))
                .orElse(asAny);
    }

    private static Optional<LibraryFiles> files(Path file, boolean slides) {
        try (var office = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            if (slides) {
                try (var show = new XMLSlideShow(office)) {
                    return SlidesReading.of(show);
                }
            }
            try (var document = new XWPFDocument(office)) {
                return WordReading.of(document);
            }
        } catch (InvalidFormatException | IOException e) {
            throw new DocumentRefused(Reason.DAMAGED, e);
        }
    }
}
