package vn.quantriet.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture or a document in a text's folder, as it is served.
 *
 * @param name of its file in {@code files/}
 * @param bytes its size
 * @param hash of the file, hexadecimal: part of its address, so that it can be kept forever
 * @param pixels absent for what is no picture, or a drawing without a size
 */
public record Attachment(ResolutionId text, String name, Type type, long bytes, String hash, Optional<Pixels> pixels) {
    /** Bytes of one file. */
    public static final int LARGEST = 5_000_000;

    /** Files beside one text. */
    public static final int MOST = 50;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.[a-z]+");
    private static final int LONGEST_NAME = 80;

    /** What can be attached. */
    public enum Type {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg", "jpeg"),
        WEBP("image/webp", "webp"),
        SVG("image/svg+xml", "svg"),
        PDF("application/pdf", "pdf");

        private final String mediaType;
        private final List<String> endings;

        Type(String mediaType, String... endings) {
            this.mediaType = mediaType;
            this.endings = List.of(endings);
        }

        public String mediaType() {
            return mediaType;
        }

        /** The file endings it may have, the usual one first. */
        public List<String> endings() {
            return endings;
        }

        public boolean isPicture() {
            return this != PDF;
        }

        /** By the ending of a name. */
        public static Optional<Type> of(String name) {
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(type -> type.endings.contains(ending))
                    .findFirst();
        }

        public static String allEndings() {
            return String.join(
                    ", ",
                    Arrays.stream(values())
                            .flatMap(type -> type.endings.stream())
                            .map(ending -> "." + ending)
                            .toList());
        }
    }

    /** Width and height of a picture. */
    public record Pixels(int width, int height) {}

    /** Lower-case letters, digits and single hyphens, and the ending of a type. */
    public static boolean isValidName(String name) {
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && Type.of(name).isPresent();
    }

    /** Where it is served, an address within the portal. */
    public String href() {
        return address(text) + hash + "/" + name;
    }

    /** As a file of the text refers to it. */
    public String link() {
        return "files/" + name;
    }

    /** The beginning of the addresses of a text's attachments. */
    public static String address(ResolutionId text) {
        return "/van-ban/" + text + "/tep/";
    }
}
