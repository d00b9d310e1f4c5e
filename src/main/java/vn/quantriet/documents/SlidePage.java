package vn.quantriet.documents;

/**
 * A slide of a file that a picture may be made of.
 *
 * @param number from 1
 * @param needed whether its words do not say all that is on it
 * @param place in the body of the {@link Reading}, where the picture belongs
 */
public record SlidePage(int number, boolean needed, int place) {

    /** The name of its picture among the files of the text. */
    public String file() {
        return file(number);
    }

    public static String file(int number) {
        return "trang-" + (number < 10 ? "0" : "") + number + ".png";
    }

    /** The picture in Markdown, a block of its own. */
    String markdown() {
        return "\n![Trang " + number + " của tệp gốc](files/" + file() + ")\n";
    }
}
