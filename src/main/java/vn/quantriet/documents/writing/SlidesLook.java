package vn.quantriet.documents.writing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSimpleShape;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColor;

/** The look of our slides: red ground, warm letters, 16:9, so that slides added in PowerPoint look the same. */
final class SlidesLook {
    static final Color GROUND = new Color(0x7D0F13);
    static final Color DEEP = new Color(0x5F0A0E);
    static final Color INK = new Color(0xFFF4DC);
    static final Color TITLE = new Color(0xFFE9B8);
    static final Color GOLD = new Color(0xFFD98A);

    /** On every office computer, and with every Vietnamese letter. */
    static final String FONT = "Arial";

    static final int WIDTH = 960;
    static final int HEIGHT = 540;

    private static final double TEMPLATE_WIDTH = 720;

    private SlidesLook() {}

    static void applyTo(XMLSlideShow show) {
        show.setPageSize(new Dimension(WIDTH, HEIGHT));
        for (var master : show.getSlideMasters()) {
            var elements = master.getTheme().getXmlObject().getThemeElements();
            var colours = elements.getClrScheme();
            set(colours.getLt1(), GROUND);
            set(colours.getDk1(), INK);
            set(colours.getLt2(), DEEP);
            set(colours.getDk2(), TITLE);
            set(colours.getAccent1(), GOLD);
            set(colours.getHlink(), GOLD);
            set(colours.getFolHlink(), TITLE);
            var fonts = elements.getFontScheme();
            fonts.getMajorFont().getLatin().setTypeface(FONT);
            fonts.getMinorFont().getLatin().setTypeface(FONT);
            widen(master);
            for (var layout : master.getSlideLayouts()) {
                widen(layout);
                if (layout.getType() == SlideLayout.TITLE_AND_CONTENT) {
                    rule(layout);
                }
            }
        }
    }

    private static void set(CTColor colour, Color to) {
        if (colour.isSetSysClr()) {
            colour.unsetSysClr();
        }
        var rgb = colour.isSetSrgbClr() ? colour.getSrgbClr() : colour.addNewSrgbClr();
        rgb.setVal(HexFormat.of().parseHex(String.format("%06X", to.getRGB() & 0xFFFFFF)));
    }

    /** The template that POI brings is made for 4:3. */
    private static void widen(XSLFSheet sheet) {
        double factor = WIDTH / TEMPLATE_WIDTH;
        for (var shape : List.copyOf(sheet.getShapes())) {
            if (shape instanceof XSLFSimpleShape simple && hasOwnPlace(simple)) {
                var place = simple.getAnchor();
                simple.setAnchor(new Rectangle2D.Double(
                        place.getX() * factor, place.getY(), place.getWidth() * factor, place.getHeight()));
            }
        }
    }

    /** A short gold line between title and content. */
    private static void rule(XSLFSlideLayout layout) {
        var line = layout.createAutoShape();
        line.setShapeType(ShapeType.RECT);
        line.setAnchor(new Rectangle2D.Double(63, 122, 72, 4));
        line.setFillColor(GOLD);
        line.setLineColor(null);
    }

    private static boolean hasOwnPlace(XSLFSimpleShape shape) {
        return shape.getXmlObject() instanceof org.openxmlformats.schemas.presentationml.x2006.main.CTShape own
                && own.getSpPr().isSetXfrm();
    }
}
