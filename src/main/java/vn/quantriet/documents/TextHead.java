package vn.quantriet.documents;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a document says of itself at its head, as the front matter of a text wants it. Empty where the document did not say.
 *
 * @param kind resolution, directive, conclusion, regulation or plan
 * @param issued as year-month-day
 */
public record TextHead(
        String number,
        String kind,
        String issuer,
        String issued,
        String title,
        String shortTitle,
        List<String> topics,
        String source) {
    private static final int LONGEST_ID = 80;

    public TextHead {
        topics = List.copyOf(topics);
    }

    /** The folder of the text by its number: 57-NQ/TW is 57-nq-tw. May be empty. */
    public String suggestedId() {
        return slug(number);
    }

    static String slug(String words) {
        var plain = Normalizer.normalize(words.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.length() <= LONGEST_ID
                ? plain
                : plain.substring(0, LONGEST_ID).replaceAll("-[^-]*$", "");
    }

    /** The front matter with its fences. Keys without a value are left out, and missed when the file is checked. */
    public String frontMatter() {
        var yaml = new StringBuilder("---\n");
        line(yaml, "number", number);
        line(yaml, "kind", kind);
        line(yaml, "issuer", issuer);
        if (!issued.isBlank()) {
            yaml.append("issued: ").append(issued.replaceAll("[^0-9-]", "")).append('\n');
        }
        line(yaml, "title", title);
        line(yaml, "short", shortTitle);
        if (!topics.isEmpty()) {
            yaml.append("topics: ")
                    .append(topics.stream().map(TextHead::quoted).collect(Collectors.joining(", ", "[", "]")))
                    .append('\n');
        }
        yaml.append("status: unverified\n");
        line(yaml, "source", source);
        return yaml.append("---\n").toString();
    }

    static void line(StringBuilder yaml, String key, String value) {
        if (!value.isBlank()) {
            yaml.append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    /** Always in quotes, so that no value means anything else to YAML. */
    private static String quoted(String value) {
        var line = Normalizer.normalize(value, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
