package vn.quantriet.documents.reading;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.sl.draw.Drawable;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShapeContainer;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import vn.quantriet.documents.SlidePage;

/** Draws slides, one at a time. A slide that cannot be drawn has no picture, and says nothing. */
final class SlideDrawing {
    private static final int WIDTH = 1280;
    private static final int HIGHEST = 2560;

    private SlideDrawing() {}

    /**
     * @param numbers from 1, in the order in which they are drawn
     * @param folder where their pictures are put
     */
    static void draw(Path document, List<Integer> numbers, Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        try (var office = OPCPackage.open(document.toFile(), PackageAccess.READ);
                var show = new XMLSlideShow(office)) {
            var slides = show.getSlides();
            for (int i = 0; i < numbers.size(); i++) {
                progress.reached(i + 1, numbers.size());
                int number = numbers.get(i);
                if (number <= slides.size()) {
                    draw(show, slides.get(number - 1), folder.resolve(SlidePage.file(number)));
                }
            }
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    /** Drawing meets whatever is in the file: each slide by itself. */
    @SuppressWarnings("CatchingUnchecked")
    private static void draw(XMLSlideShow show, XSLFSlide slide, Path file) throws IOException {
        try {
            var image = image(show, slide);
            var unfinished = file.resolveSibling("unfinished");
            Files.write(unfinished, FittingPicture.png(image));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (RuntimeException | StackOverflowError | LinkageError | InternalError e) {
            // It has no picture.
        }
    }

    private static BufferedImage image(XMLSlideShow show, XSLFSlide slide) {
        var size = show.getPageSize();
        double scale = WIDTH / Math.max(1, size.getWidth());
        int height = (int) Math.clamp(Math.round(size.getHeight() * scale), 1, HIGHEST);
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(Drawable.FONT_HANDLER, new DrawnFonts());
            graphics.setRenderingHint(Drawable.IMAGE_RENDERER, new DrawnPicture());
            graphics.scale(scale, scale);
            prepare(slide);
            slide.draw(graphics);
            return image;
        } finally {
            graphics.dispose();
        }
    }

    /** POI draws with the fonts that runs name, whether there are such or not. */
    private static void prepare(XSLFShapeContainer shapes) {
        for (var shape : shapes.getShapes()) {
            switch (shape) {
                case XSLFShapeContainer group -> prepare(group);
                case XSLFTextShape words -> prepare(words);
                case XSLFTable table ->
                    table.getRows().forEach(row -> row.getCells().forEach(SlideDrawing::prepare));
                default -> {}
            }
        }
    }

    private static void prepare(XSLFTextShape words) {
        words.getTextParagraphs().stream()
                .flatMap(paragraph -> paragraph.getTextRuns().stream())
                .forEach(SlideDrawing::prepare);
    }

    /** Letters of old codings are only right in their fonts, which nobody has here. */
    private static void prepare(XSLFTextRun run) {
        var font = Objects.requireNonNullElse(run.getFontFamily(), "");
        var text = run.getRawText();
        var coding = Legacy.ofFont(font);
        if (coding != Legacy.UNICODE && text != null) {
            run.setText(coding.decode(text));
        }
        var there = DrawnFonts.family(font);
        if (!there.equals(font)) {
            run.setFontFamily(there);
        }
    }
}
