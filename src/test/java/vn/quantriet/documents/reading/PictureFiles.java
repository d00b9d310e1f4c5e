package vn.quantriet.documents.reading;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

/** Makes documents with pictures, as their programs do. */
public final class PictureFiles {
    private PictureFiles() {}

    public static byte[] png(int width, int height, Color colour) {
        return image(width, height, colour, "png");
    }

    static byte[] jpeg(int width, int height) {
        return image(width, height, Color.BLUE, "jpg");
    }

    private static byte[] image(int width, int height, Color colour, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small file that says it is a large picture. */
    static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A picture in a document, as {@code type} of {@link Document} says it is. */
    record Shown(byte[] bytes, int type, String description) {}

    static Path word(Path file, List<Shown> pictures) throws IOException {
        try (var document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("I. Mở đầu");
            for (var picture : pictures) {
                var paragraph = document.createParagraph();
                paragraph.createRun().setText("Như hình sau:");
                var drawn = paragraph
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(picture.bytes()),
                                picture.type(),
                                "hinh.png",
                                Units.toEMU(100),
                                Units.toEMU(50));
                drawn.getCTPicture().getNvPicPr().getCNvPr().setDescr(picture.description());
                var place =
                        paragraph.getRuns().getLast().getCTR().getDrawingList().getFirst();
                place.getInlineArray(0).getDocPr().setDescr(picture.description());
            }
            document.createParagraph().createRun().setText("II. Kết luận");
            document.createParagraph().createRun().setText("Hết.");
            document.write(out);
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        return file;
    }

    /** Draws on one slide. */
    @FunctionalInterface
    public interface Drawing {
        void on(XMLSlideShow show, XSLFSlide slide);
    }

    /** A slide for each drawing. */
    public static Path slides(Path file, Drawing... drawings) throws IOException {
        try (var show = new XMLSlideShow();
                var out = Files.newOutputStream(file)) {
            int number = 0;
            for (var drawing : drawings) {
                var slide = show.createSlide();
                var title = slide.createTextBox();
                title.setPlaceholder(Placeholder.TITLE);
                title.setAnchor(new Rectangle(20, 10, 600, 60));
                title.setText("Trang thứ " + ++number + " về chuyển đổi số");
                drawing.on(show, slide);
            }
            show.write(out);
        }
        return file;
    }

    public static Drawing picture(byte[] bytes, String description) {
        return (show, slide) -> {
            var picture = slide.createPicture(show.addPicture(bytes, PictureData.PictureType.PNG));
            picture.setAnchor(new Rectangle(100, 200, 200, 200));
            ((CTPicture) picture.getXmlObject()).getNvPicPr().getCNvPr().setDescr(description);
        };
    }

    /** Two green boxes joined by a line. */
    public static Drawing diagram() {
        return (show, slide) -> {
            var group = slide.createGroup();
            group.setAnchor(new Rectangle(100, 200, 400, 200));
            group.setInteriorAnchor(new Rectangle(100, 200, 400, 200));
            for (int x : new int[] {100, 400}) {
                var box = group.createAutoShape();
                box.setShapeType(ShapeType.RECT);
                box.setAnchor(new Rectangle(x, 200, 100, 200));
                box.setFillColor(Color.GREEN);
            }
            slide.createConnector().setAnchor(new Rectangle(200, 300, 200, 1));
        };
    }
}
