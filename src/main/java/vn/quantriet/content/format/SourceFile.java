package vn.quantriet.content.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Problem;

/**
 * The text of one file, in NFC, lines ended by {@code \n}, and where each of its lines begins. Columns count UTF-16 units of this
 * text, which for Vietnamese are the letters an editor counts.
 */
public final class SourceFile {
    /** Longer files are refused: nothing written by hand comes near. */
    public static final int MOST_BYTES = 1_000_000;

    private final String path;
    private final String text;
    private final int[] lineStarts;

    private SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** What reading a file gave: its text, or the problem that prevented it. */
    public record Read(Optional<SourceFile> file, List<Problem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Refuses what is no text in UTF-8, and what nobody writes but a parser would choke on.
     *
     * @param path below the library folder, for problems
     */
    public static Read read(String path, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused(Problem.at(path, 1, 1, "file-too-large"));
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            var file = of(path, decoder.decode(ByteBuffer.wrap(bytes)).toString());
            var problems = Burden.of(file);
            return new Read(problems.isEmpty() ? Optional.of(file) : Optional.empty(), problems);
        } catch (CharacterCodingException e) {
            return refused(notUtf8(path, bytes));
        }
    }

    public static SourceFile of(String path, String text) {
        var withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var lines = withoutMark.replace("\r\n", "\n").replace('\r', '\n');
        return new SourceFile(path, Normalizer.normalize(lines, Normalizer.Form.NFC));
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** A problem at a position of {@link #text()}; positions outside are drawn to its ends. */
    Problem problem(int offset, String code, Object... arguments) {
        int inside = Math.clamp(offset, 0, text.length());
        int line = line(inside);
        return Problem.at(path, line, inside - lineStarts[line - 1] + 1, code, arguments);
    }

    /** The line, from 1, of a position of {@link #text()}. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static Read refused(Problem problem) {
        return new Read(Optional.empty(), List.of(problem));
    }

    private static Problem notUtf8(String path, byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        decoder.decode(in, out, true);
        var before = of(path, out.flip().toString());
        return before.problem(before.text.length(), "file-encoding", String.format("0x%02X", bytes[in.position()]));
    }

    private static int[] lineStarts(String text) {
        var starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int line = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[++line] = i + 1;
        }
        return starts;
    }
}
