package vn.quantriet.content.format;

import java.util.Optional;
import vn.quantriet.content.Attachment.Pixels;
import vn.quantriet.content.Attachment.Type;

/** Reads width and height from the head of a picture. Decodes nothing. */
final class PictureSize {
    private PictureSize() {}

    /** Absent when the head is not that of a picture with a size. */
    static Optional<Pixels> of(Type type, byte[] bytes) {
        try {
            var size = switch (type) {
                case PNG -> png(bytes);
                case JPEG -> jpeg(bytes);
                case WEBP -> webp(bytes);
                case SVG, PDF -> throw new IllegalArgumentException("no raster picture: " + type);
            };
            return Optional.of(size).filter(p -> p.width() > 0 && p.height() > 0);
        } catch (ArrayIndexOutOfBoundsException e) {
            // The file ends within its head.
            return Optional.empty();
        }
    }

    private static Pixels png(byte[] b) {
        boolean header = b[12] == 'I' && b[13] == 'H' && b[14] == 'D' && b[15] == 'R';
        return header ? new Pixels(big(b, 16, 4), big(b, 20, 4)) : new Pixels(0, 0);
    }

    private static Pixels jpeg(byte[] b) {
        int at = 2;
        while (true) {
            while ((b[at] & 0xFF) == 0xFF && (b[at + 1] & 0xFF) == 0xFF) {
                at++;
            }
            if ((b[at] & 0xFF) != 0xFF) {
                return new Pixels(0, 0);
            }
            int marker = b[at + 1] & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new Pixels(big(b, at + 7, 2), big(b, at + 5, 2));
            }
            boolean alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
            // Each step goes forward by two at least, so that this ends.
            at += alone ? 2 : 2 + Math.max(2, big(b, at + 2, 2));
        }
    }

    private static Pixels webp(byte[] b) {
        return switch (b[15]) {
            case ' ' -> new Pixels(little(b, 26, 2) & 0x3FFF, little(b, 28, 2) & 0x3FFF);
            case 'L' -> {
                int bits = little(b, 21, 4);
                yield new Pixels((bits & 0x3FFF) + 1, ((bits >>> 14) & 0x3FFF) + 1);
            }
            case 'X' -> new Pixels(little(b, 24, 3) + 1, little(b, 27, 3) + 1);
            default -> new Pixels(0, 0);
        };
    }

    private static int big(byte[] b, int at, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | (b[at + i] & 0xFF);
        }
        return value;
    }

    private static int little(byte[] b, int at, int bytes) {
        int value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | (b[at + i] & 0xFF);
        }
        return value;
    }
}
