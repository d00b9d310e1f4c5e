package vn.quantriet.lectures;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.quantriet.ui.Unaccented;

/**
 * A Markdown file that a reporter brought, read as text: no byte order mark, lines ended by a line feed.
 *
 * @param name as the reporter's computer calls it, at most 200 characters
 */
public record DeckFile(String name, String markdown) {
    /** In bytes, as the library has it for every file. */
    public static final int LARGEST = 1_000_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SLUG = 60;
    private static final Pattern MARKDOWN_NAME = Pattern.compile("(?i).+\\.(md|markdown)");
    private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");
    private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGE_HYPHENS = Pattern.compile("^-+|-+$");
    private static final String MARK = "\uFEFF";

    public DeckFile {
        name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /**
     * Checks name, size and encoding, in this order.
     *
     * @throws DeckFileRefused saying which of them is not right
     */
    public static DeckFile read(String name, byte[] bytes) {
        if (!MARKDOWN_NAME.matcher(name).matches()) {
            throw new DeckFileRefused(DeckFileRefused.Reason.NOT_MARKDOWN);
        }
        if (bytes.length > LARGEST) {
            throw new DeckFileRefused(DeckFileRefused.Reason.TOO_LARGE);
        }
        String text = decode(bytes);
        if (text.isBlank()) {
            throw new DeckFileRefused(DeckFileRefused.Reason.EMPTY);
        }
        return new DeckFile(name, text);
    }

    /** Whether a text would be too large as a file. */
    public static boolean isTooLarge(String markdown) {
        return markdown.length() > LARGEST || markdown.getBytes(StandardCharsets.UTF_8).length > LARGEST;
    }

    /** A deck name made from the file name: {@code Đề cương (bản 2).md} becomes {@code de-cuong-ban-2}; may be empty. */
    public String slug() {
        String plain = Unaccented.of(EXTENSION.matcher(name).replaceFirst(""));
        String slug = trim(NOT_IN_SLUG.matcher(plain).replaceAll("-"));
        return slug.length() <= LONGEST_SLUG ? slug : trim(slug.substring(0, LONGEST_SLUG));
    }

    private static String trim(String slug) {
        return EDGE_HYPHENS.matcher(slug).replaceAll("");
    }

    private static String decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new DeckFileRefused(DeckFileRefused.Reason.NOT_UTF8);
            }
            String unmarked = text.startsWith(MARK) ? text.substring(1) : text;
            return unmarked.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException e) {
            throw new DeckFileRefused(DeckFileRefused.Reason.NOT_UTF8);
        }
    }
}
