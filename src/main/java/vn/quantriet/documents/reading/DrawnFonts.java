package vn.quantriet.documents.reading;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.fonts.FontInfo;
import org.apache.poi.sl.draw.DrawFontManagerDefault;

/**
 * Draws in the fonts that there are, and for every other one in one of two that have all Vietnamese letters and are as wide as Arial
 * and Times New Roman.
 */
final class DrawnFonts extends DrawFontManagerDefault {
    static final String SANS = "Liberation Sans";
    private static final String SERIF = "Liberation Serif";
    private static final Pattern WITH_SERIFS =
            Pattern.compile("times|serif|roman|georgia|garamond|cambria|palatino|book|minion|\\.vntime");
    private static final Pattern SIGNS = Pattern.compile("[\\x{F000}-\\x{F0FF}]");
    private static final Set<String> INSTALLED = installed();

    private static Set<String> installed() {
        var environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        for (var family : new String[] {"Sans", "Serif"}) {
            for (var face : new String[] {"Regular", "Bold", "Italic", "BoldItalic"}) {
                register(environment, "/liberation/Liberation" + family + "-" + face + ".ttf");
            }
        }
        return Set.of(environment.getAvailableFontFamilyNames());
    }

    private static void register(GraphicsEnvironment environment, String file) {
        try (var in = DrawnFonts.class.getResourceAsStream(file)) {
            if (in != null) {
                environment.registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
            }
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }

    @Override
    public FontInfo getMappedFont(Graphics2D graphics, FontInfo font) {
        return font == null ? named(SANS) : named(family(font.getTypeface()));
    }

    /** Signs of fonts of signs stand for bullets, whichever they are. */
    @Override
    public String mapFontCharset(Graphics2D graphics, FontInfo font, String text) {
        return SIGNS.matcher(super.mapFontCharset(graphics, font, text)).replaceAll("•");
    }

    /** For single letters that the other one does not have. */
    @Override
    public FontInfo getFallbackFont(Graphics2D graphics, FontInfo font) {
        return named(SANS);
    }

    static String family(String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return SANS;
        }
        if (INSTALLED.contains(wanted)) {
            return wanted;
        }
        return WITH_SERIFS.matcher(wanted.toLowerCase(Locale.ROOT)).find() ? SERIF : SANS;
    }

    private static FontInfo named(String family) {
        return new FontInfo() {
            @Override
            public String getTypeface() {
                return family;
            }
        };
    }
}
