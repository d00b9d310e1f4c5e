package vn.quantriet.documents.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.documents.reading.PictureFiles.bomb;
import static vn.quantriet.documents.reading.PictureFiles.jpeg;
import static vn.quantriet.documents.reading.PictureFiles.png;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.FittingPicture.Refused;
import vn.quantriet.documents.reading.FittingPicture.Unfit;
import vn.quantriet.documents.reading.PictureFiles.Shown;

class PicturesTest {
    private static final byte[] SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Reading read(Path document) {
        return DocumentFile.read(document, Pictures.into(folder.resolve("pictures")), Progress.NONE);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("pictures"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> said(Reading reading) {
        return reading.unclear().stream()
                .map(Unclear::code)
                .filter(code -> code.startsWith("picture"))
                .toList();
    }

    private static void unfit(byte[] bytes, Unfit why) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> FittingPicture.of(bytes))
                .satisfies(e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void pictureOfADocumentStandsAtItsPlaceWithItsDescription() throws IOException {
        byte[] red = png(40, 20, Color.RED);
        var document = PictureFiles.word(
                folder.resolve("a.docx"),
                List.of(
                        new Shown(red, Document.PICTURE_TYPE_PNG, "Sơ đồ [ba bước]\ncủa Đảng"),
                        new Shown(jpeg(30, 30), Document.PICTURE_TYPE_JPEG, ""),
                        new Shown(red, Document.PICTURE_TYPE_PNG, "image1.png")));

        var reading = read(document);

        assertThat(reading.body()).isEqualTo("""

                ## I. Mở đầu

                Như hình sau:

                ![Sơ đồ \\[ba bước\\] của Đảng](files/hinh-1.png)

                Như hình sau:

                ![Hình 2](files/hinh-2.jpg)

                Như hình sau:

                ![Hình 1](files/hinh-1.png)

                ## II. Kết luận

                Hết.
                """);
        assertThat(files()).containsExactly("hinh-1.png", "hinh-2.jpg");
        assertThat(folder.resolve("pictures/hinh-1.png")).hasBinaryContent(red);
        assertThat(reading.previewHtml()).contains("<img src=\"files/hinh-1.png\" alt=\"Sơ đồ [ba bước] của Đảng\">");
        assertThat(said(reading)).containsExactly("picture-words", "picture-words");
    }

    @Test
    void whatIsNoPictureOrTooMuchOfOneIsSaidAndNotTaken() throws IOException {
        var document = PictureFiles.word(
                folder.resolve("a.docx"),
                List.of(
                        new Shown(SVG, Document.PICTURE_TYPE_PNG, "a"),
                        new Shown(bomb(50_000, 50_000), Document.PICTURE_TYPE_PNG, "b"),
                        new Shown(new byte[] {1, 0, 0, 0, ' ', 'E', 'M', 'F'}, Document.PICTURE_TYPE_EMF, "c"),
                        new Shown(
                                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1},
                                Document.PICTURE_TYPE_JPEG,
                                "d")));

        var reading = read(document);

        assertThat(reading.body()).doesNotContain("files/");
        assertThat(said(reading)).containsExactly("picture-kind", "picture-large", "picture-kind", "picture-damaged");
        assertThat(folder.resolve("pictures")).doesNotExist();
    }

    @Test
    void noMorePicturesAreTakenThanATextMayHave() throws IOException {
        List<Shown> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(new Shown(png(1, 1, new Color(i, 0, 0)), Document.PICTURE_TYPE_PNG, "Hình"));
        }

        var reading = read(PictureFiles.word(folder.resolve("a.docx"), many));

        assertThat(files()).hasSize(50);
        assertThat(said(reading)).hasSize(150).containsOnly("picture-many");
    }

    @Test
    void pictureThatIsTooWideForTheLibraryIsMadeSmaller() throws Exception {
        var wide = new BufferedImage(12_000, 900, BufferedImage.TYPE_BYTE_BINARY);
        var fitting = FittingPicture.of(FittingPicture.png(wide));

        var image = ImageIO.read(new ByteArrayInputStream(fitting.bytes()));
        assertThat(image.getWidth()).isEqualTo(2000);
        assertThat(image.getHeight()).isEqualTo(150);
        unfit(bomb(9_000, 9_000), Unfit.LARGE);
        unfit(bomb(12_000, 900), Unfit.DAMAGED);
        unfit(bomb(0, 0), Unfit.DAMAGED);
        unfit(SVG, Unfit.KIND);
        unfit(new byte[0], Unfit.KIND);
    }

    @Test
    void picturesOfSlidesStandOnTheirSlides() throws IOException {
        var reading = read(PictureFiles.slides(
                folder.resolve("a.pptx"),
                PictureFiles.picture(png(40, 40, Color.RED), "Bản đồ"),
                PictureFiles.diagram(),
                PictureFiles.picture(bomb(50_000, 50_000), "Quá lớn")));

        assertThat(reading.body()).contains("![Bản đồ](files/hinh-1.png)").doesNotContain("trang-");
        assertThat(files()).containsExactly("hinh-1.png");
        assertThat(said(reading)).containsExactly("picture-large");
        assertThat(reading.pages()).extracting(page -> page.needed()).containsExactly(false, true, true);
        assertThat(reading.sourceHtml()).contains("<img src=\"files/trang-01.png\"", "<img src=\"files/trang-03.png\"");
    }
}
