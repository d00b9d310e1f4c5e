package vn.quantriet.documents.writing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The styles and the two kinds of lists of our Word files. */
final class WordStyles {
    static final BigInteger BULLETS = BigInteger.ZERO;
    static final BigInteger NUMBERS = BigInteger.ONE;

    private static final String STYLES = "styles.xml";
    private static final int LEVELS = 9;
    private static final int INDENT = 567;

    private WordStyles() {}

    static void addTo(XWPFDocument document) throws IOException {
        try (var styles = resource(STYLES)) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            document.createNumbering()
                    .setNumbering(NumberingDocument.Factory.parse(numbering()).getNumbering());
        } catch (XmlException e) {
            throw new IOException(e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var in = WordStyles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("resource " + name + " is missing");
        }
        return in;
    }

    private static String numbering() {
        return "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + kind(BULLETS, "bullet") + kind(NUMBERS, "decimal") + "</w:numbering>";
    }

    private static String kind(BigInteger id, String format) {
        var xml = new StringBuilder(
                "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"hybridMultilevel\"/>");
        for (int level = 0; level < LEVELS; level++) {
            xml.append("<w:lvl w:ilvl=\"").append(level).append("\"><w:start w:val=\"1\"/><w:numFmt w:val=\"");
            xml.append(format).append("\"/><w:lvlText w:val=\"");
            xml.append(format.equals("bullet") ? level % 2 == 0 ? "•" : "–" : "%" + (level + 1) + ".");
            xml.append("\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"").append(INDENT * (level + 1));
            xml.append("\" w:hanging=\"").append(INDENT * 2 / 3).append("\"/></w:pPr></w:lvl>");
        }
        return xml.append("</w:abstractNum>").toString();
    }
}
