package vn.quantriet.documents.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.quantriet.content.Attachment;

/**
 * A picture of a document, known by its first bytes, as the library takes one. One that is too large for it is made smaller: read with
 * points left out, so that it is never in memory as a whole.
 *
 * @param ending of a file with these bytes
 */
record FittingPicture(String ending, byte[] bytes) {
    /** The library's own limits. */
    private static final int LONGEST_SIDE = 10_000;

    private static final long LARGEST_AREA = 40_000_000;
    /** Beyond it, nobody made the picture to be looked at, and reading it alone takes long. */
    private static final long MOST_POINTS = 60_000_000;

    private static final int SHRUNK_SIDE = 2000;
    private static final float QUALITY = 0.85f;

    /** Why it cannot be taken; the end of the code of what is said. */
    enum Unfit {
        KIND,
        LARGE,
        DAMAGED;

        String code() {
            return "picture-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A picture cannot be taken. */
    static final class Refused extends Exception {
        private final Unfit why;

        Refused(Unfit why) {
            super(why.name(), null, false, false);
            this.why = why;
        }

        Unfit why() {
            return why;
        }
    }

    private record Size(long width, long height) {
        boolean isFitting() {
            return width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= LARGEST_AREA;
        }
    }

    static FittingPicture of(byte[] bytes) throws Refused {
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return raster(bytes, "png", "png");
        }
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return raster(bytes, "jpeg", "jpg");
        }
        if (begins(bytes, 'R', 'I', 'F', 'F')
                && bytes.length > 30
                && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
            return webp(bytes);
        }
        throw new Refused(Unfit.KIND);
    }

    private static boolean begins(byte[] bytes, int... sign) {
        if (bytes.length < sign.length) {
            return false;
        }
        for (int i = 0; i < sign.length; i++) {
            if ((bytes[i] & 0xFF) != sign[i]) {
                return false;
            }
        }
        return true;
    }

    /** The JDK cannot read it: what is too large stays outside. */
    private static FittingPicture webp(byte[] bytes) throws Refused {
        if (bytes.length > Attachment.LARGEST) {
            throw new Refused(Unfit.LARGE);
        }
        return new FittingPicture("webp", bytes);
    }

    private static FittingPicture raster(byte[] bytes, String format, String ending) throws Refused {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            var size = new Size(reader.getWidth(0), reader.getHeight(0));
            if (size.width() * size.height() > MOST_POINTS) {
                throw new Refused(Unfit.LARGE);
            }
            return size.isFitting() && bytes.length <= Attachment.LARGEST
                    ? new FittingPicture(ending, bytes)
                    : shrunk(reader, size);
        } catch (IOException | RuntimeException e) {
            throw new Refused(Unfit.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    private static FittingPicture shrunk(ImageReader reader, Size size) throws IOException, Refused {
        for (int side = SHRUNK_SIDE; side > SHRUNK_SIDE / 5; side /= 2) {
            var image = read(reader, size, side);
            boolean clear = image.getColorModel().hasAlpha();
            byte[] bytes = clear ? png(image) : jpeg(image);
            if (bytes.length <= Attachment.LARGEST) {
                return new FittingPicture(clear ? "png" : "jpg", bytes);
            }
        }
        throw new Refused(Unfit.LARGE);
    }

    private static BufferedImage read(ImageReader reader, Size size, int side) throws IOException {
        int step = (int) Math.max(1, Math.ceilDiv(Math.max(size.width(), size.height()), side));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /**
     * A picture to draw with, of whatever kind the JDK reads.
     *
     * @throws IOException when it cannot be read or is too large to be
     */
    static BufferedImage drawable(byte[] bytes, int side) throws IOException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no known kind of picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, false, true);
                var size = new Size(reader.getWidth(0), reader.getHeight(0));
                if (size.width() * size.height() > MOST_POINTS) {
                    throw new IOException("too large");
                }
                return read(reader, size, side);
            } catch (RuntimeException e) {
                throw new IOException(e);
            } finally {
                reader.dispose();
            }
        }
    }

    static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
