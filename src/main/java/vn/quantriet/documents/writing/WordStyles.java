package vn.quantriet.documents.writing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The styles and the lists of our Word files. */
final class WordStyles {
    private static final String STYLES = "styles.xml";
    private static final int LEVELS = 9;
    private static final int INDENT = 567;

    private WordStyles() {}

    static void addTo(XWPFDocument document) throws IOException {
        try (var styles = resource(STYLES)) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            document.createNumbering();
        } catch (XmlException e) {
            throw new IOException(e);
        }
    }

    /**
     * A list of its own, so that it counts for itself and stays apart from the one before. Lists that share a definition are torn to
     * pieces by LibreOffice when it saves.
     *
     * @param first number of the first item; absent for bullets
     * @param level at which the list's items stand
     */
    static BigInteger newList(XWPFDocument document, Optional<Integer> first, int level) {
        try {
            var numbering = document.getNumbering();
            var definition = NumberingDocument.Factory.parse(definition(first, level))
                    .getNumbering()
                    .getAbstractNumArray(0);
            // POI leaves the number as it is, and all would be one.
            definition.setAbstractNumId(
                    BigInteger.valueOf(numbering.getAbstractNums().size()));
            return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var in = WordStyles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("resource " + name + " is missing");
        }
        return in;
    }

    private static String definition(Optional<Integer> first, int own) {
        var xml = new StringBuilder(
                "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
        for (int level = 0; level < LEVELS; level++) {
            xml.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:start w:val=\"");
            xml.append(level == own ? first.orElse(1) : 1).append("\"/><w:numFmt w:val=\"");
            xml.append(first.isPresent() ? "decimal" : "bullet").append("\"/><w:lvlText w:val=\"");
            xml.append(first.isPresent() ? "%" + (level + 1) + "." : level % 2 == 0 ? "•" : "–");
            xml.append("\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"").append(INDENT * (level + 1));
            xml.append("\" w:hanging=\"").append(INDENT * 2 / 3).append("\"/></w:pPr></w:lvl>");
        }
        return xml.append("</w:abstractNum></w:numbering>").toString();
    }
}
