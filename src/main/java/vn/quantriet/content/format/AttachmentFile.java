package vn.quantriet.content.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachment.Pixels;
import vn.quantriet.content.Attachment.Type;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

/** Looks at a file of {@code files/}: its type is what its first bytes say, and the name has to agree. */
public final class AttachmentFile {
    /** Of each side; a browser that decodes more may end. */
    private static final int MOST_PIXELS = 10_000;

    private static final long MOST_AREA = 40_000_000;
    private static final Pattern ACTIVE_PDF = Pattern.compile("/(JavaScript|JS|Launch|RichMedia)(?![A-Za-z])");

    private final ResolutionId text;
    private final String name;
    private final byte[] bytes;
    private final List<Problem> problems = new ArrayList<>();
    private List<Problem> removed = List.of();
    private byte[] clean;

    private AttachmentFile(ResolutionId text, String name, byte[] bytes) {
        this.text = text;
        this.name = name;
        this.bytes = bytes;
        this.clean = bytes;
    }

    /**
     * What was found.
     *
     * @param attachment of {@code clean}; present when there is no problem
     * @param problems that forbid the file
     * @param removed what {@code clean} lacks of a drawing
     * @param clean the bytes to serve: a drawing is written anew, everything else is as it was
     */
    public record Inspected(
            Optional<Attachment> attachment, List<Problem> problems, List<Problem> removed, byte[] clean) {
        public Inspected {
            problems = List.copyOf(problems);
            removed = List.copyOf(removed);
        }
    }

    /** @param bytes of which there may be one too many when the file is too large */
    public static Inspected inspect(ResolutionId text, String name, byte[] bytes) {
        return new AttachmentFile(text, name, bytes).inspect();
    }

    private Inspected inspect() {
        var attachment = good();
        return new Inspected(problems.isEmpty() ? attachment : Optional.empty(), problems, removed, clean);
    }

    private Optional<Attachment> good() {
        if (!Attachment.isValidName(name)) {
            report("attachment-name", name, Type.allEndings());
            return Optional.empty();
        }
        if (bytes.length > Attachment.LARGEST) {
            report("attachment-large", name, Attachment.LARGEST / 1_000_000);
            return Optional.empty();
        }
        var named = Type.of(name).orElseThrow();
        var found = typeOf(bytes);
        if (found.isEmpty()) {
            report("attachment-unknown", name, Type.allEndings());
            return Optional.empty();
        }
        var type = found.get();
        if (type != named) {
            report("attachment-type", name, type.name(), type.endings().getFirst());
            return Optional.empty();
        }
        var pixels = pixels(type);
        if (type.isPicture() && type != Type.SVG && pixels.isEmpty() && problems.isEmpty()) {
            report("attachment-damaged", name, type.name());
        }
        pixels.filter(AttachmentFile::isHuge)
                .ifPresent(size -> report("attachment-pixels", name, size.width(), size.height(), MOST_PIXELS));
        if (type == Type.PDF
                && ACTIVE_PDF
                        .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .find()) {
            report("attachment-pdf-active", name);
        }
        return Optional.of(new Attachment(text, name, type, clean.length, Hashes.of(clean), pixels));
    }

    private Optional<Pixels> pixels(Type type) {
        return switch (type) {
            case PNG, JPEG, WEBP -> PictureSize.of(type, bytes);
            case PDF -> Optional.empty();
            case SVG -> drawing();
        };
    }

    private Optional<Pixels> drawing() {
        try {
            var svg = SvgFile.read(bytes);
            clean = svg.clean();
            removed = svg.removed().stream()
                    .map(r -> Problem.at(path(), r.line(), r.column(), "svg-removed", r.what()))
                    .toList();
            return svg.pixels();
        } catch (SvgFile.NoDrawing e) {
            problems.add(Problem.at(path(), e.line(), e.column(), e.code(), name));
            return Optional.empty();
        }
    }

    private static boolean isHuge(Pixels size) {
        return size.width() > MOST_PIXELS
                || size.height() > MOST_PIXELS
                || (long) size.width() * size.height() > MOST_AREA;
    }

    /** What the first bytes say; for XML that it may be a drawing. */
    private static Optional<Type> typeOf(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(Type.PNG);
        }
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(Type.JPEG);
        }
        if (begins(bytes, 'R', 'I', 'F', 'F')
                && bytes.length > 15
                && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP")) {
            return Optional.of(Type.WEBP);
        }
        if (begins(bytes, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(Type.PDF);
        }
        var start = new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        return start.startsWith("<?xml") || start.startsWith("<svg") || start.startsWith("<!")
                ? Optional.of(Type.SVG)
                : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private void report(String code, Object... arguments) {
        problems.add(Problem.at(path(), 1, 1, code, arguments));
    }

    private String path() {
        return text + "/files/" + name;
    }
}
