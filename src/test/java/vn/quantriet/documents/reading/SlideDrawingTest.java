package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.documents.reading.PictureFiles.bomb;
import static vn.quantriet.documents.reading.PictureFiles.png;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.sl.usermodel.ShapeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlideDrawingTest {
    @TempDir
    private Path folder;

    private BufferedImage page(int number) throws IOException {
        return ImageIO.read(folder.resolve("pictures/trang-0" + number + ".png").toFile());
    }

    private void draw(Path document, Integer... numbers) throws IOException {
        SlideDrawing.draw(document, List.of(numbers), folder.resolve("pictures"), Progress.NONE);
    }

    @Test
    void slideIsDrawnWithItsShapesPicturesAndWords() throws IOException {
        draw(
                PictureFiles.slides(
                        folder.resolve("a.pptx"),
                        PictureFiles.diagram(),
                        PictureFiles.picture(png(40, 40, Color.RED), "Đỏ")),
                1,
                2,
                9);

        // 720 points wide: a point is 16/9 pixels.
        assertThat(page(1).getWidth()).isEqualTo(1280);
        assertThat(page(1).getHeight()).isEqualTo(960);
        assertThat(new Color(page(1).getRGB(150 * 16 / 9, 300 * 16 / 9))).isEqualTo(Color.GREEN);
        assertThat(new Color(page(2).getRGB(200 * 16 / 9, 300 * 16 / 9))).isEqualTo(Color.RED);
        assertThat(isWrittenOn(page(1))).isTrue();
        assertThat(folder.resolve("pictures/trang-09.png")).doesNotExist();
    }

    /** Whether there is anything dark where the title is. */
    private static boolean isWrittenOn(BufferedImage page) {
        for (int y = 20; y < 120; y++) {
            for (int x = 40; x < 1000; x++) {
                if (new Color(page.getRGB(x, y)).getRed() < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void pictureThatWouldFillTheMemoryIsLeftOutOfItsSlide() throws IOException {
        draw(
                PictureFiles.slides(
                        folder.resolve("a.pptx"), PictureFiles.picture(bomb(50_000, 50_000), ""), (show, slide) -> {
                            var background = slide.createAutoShape();
                            background.setShapeType(ShapeType.RECT);
                            background.setAnchor(new Rectangle(100, 200, 100, 100));
                            background.setFillColor(Color.BLUE);
                        }),
                1,
                2);

        assertThat(new Color(page(2).getRGB(150 * 16 / 9, 250 * 16 / 9))).isEqualTo(Color.BLUE);
    }

    @Test
    void anotherProcessDrawsWhatIsAsked() throws IOException {
        var document = PictureFiles.slides(folder.resolve("a.pptx"), PictureFiles.diagram(), PictureFiles.diagram());
        var reading = new IsolatedReading(
                Files.createDirectory(folder.resolve("work")), new IsolatedReading.Limits(256, Duration.ofMinutes(2)));

        var read = reading.read(document);
        reading.draw(document, List.of(2));

        assertThat(read.pages()).hasSize(2);
        assertThat(reading.pictures().resolve("trang-02.png")).isNotEmptyFile();
        assertThat(reading.pictures().resolve("trang-01.png")).doesNotExist();
    }

    @Test
    void processThatCannotDrawLeavesNoPicturesAndNoTrouble() throws IOException {
        var document = PictureFiles.slides(folder.resolve("a.pptx"), PictureFiles.diagram());
        var reading = new IsolatedReading(
                Files.createDirectory(folder.resolve("work")), new IsolatedReading.Limits(256, Duration.ofMinutes(2)));
        reading.read(document);

        reading.draw(Files.writeString(folder.resolve("b.pptx"), "no slides"), List.of(1, 2));

        assertThat(reading.pictures()).isEmptyDirectory();
    }

    @Test
    void unknownFontsAreDrawnInOneThatHasVietnameseLetters() {
        assertThat(DrawnFonts.family("No Such Sans")).isEqualTo("Liberation Sans");
        assertThat(DrawnFonts.family("No Such Roman")).isEqualTo("Liberation Serif");
        assertThat(new Font(DrawnFonts.family("Calibri No"), Font.PLAIN, 12)
                        .canDisplayUpTo("Nghị quyết về đột phá phát triển khoa học, ữ ặ ẵ ỷ Ỹ"))
                .isEqualTo(-1);
    }
}
