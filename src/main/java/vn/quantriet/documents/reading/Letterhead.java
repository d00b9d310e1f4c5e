package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quantriet.documents.TextHead;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/**
 * Reads what an official text says of itself before its first clause: who issued it, its number, place and date, what it is and
 * what it is about.
 */
final class Letterhead {
    private static final Pattern NUMBER =
            Pattern.compile("(?:^|\\s)[Ss][ốỐ]\\s*[:.]?\\s*(\\d{1,5}\\s*[-–/]\\s*[\\p{Lu}\\d][\\p{Lu}\\d/–.-]*)");
    private static final Pattern DATE = Pattern.compile(
            "ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern KIND = Pattern.compile(
            "(NGHỊ QUYẾT|CHỈ THỊ|KẾT LUẬN|QUY ĐỊNH|KẾ HOẠCH|Nghị quyết|Chỉ thị|Kết luận|Quy định|Kế hoạch)"
                    + "(?:\\s+(?:CỦA|của)\\s+(\\p{Lu}.*?))?(?:\\s+((?:VỀ|về|Về)\\s.*))?");
    private static final Pattern MOTTO =
            Pattern.compile("(?iu)đảng cộng sản việt nam|cộng ho(?:à|òa|a) xã hội.*|độc lập.*");
    private static final Pattern ABOUT = Pattern.compile("(?iu)^(?:về việc|v/v|về)\\s+");
    private static final Map<String, String> KINDS = Map.of(
            "NGHỊ QUYẾT", "resolution",
            "CHỈ THỊ", "directive",
            "KẾT LUẬN", "conclusion",
            "QUY ĐỊNH", "regulation",
            "KẾ HOẠCH", "plan");
    private static final int SHORT = 60;
    private static final int SEARCHED = 40;

    private final List<Unclear> unclear;
    private final List<Block> rest = new ArrayList<>();
    private final List<String> title = new ArrayList<>();
    private String number = "";
    private String issued = "";
    private String kind = "";
    private String issuer = "";
    private String lastCapitals = "";
    private boolean titleEnded;

    private Letterhead(List<Unclear> unclear) {
        this.unclear = unclear;
    }

    /** @param rest the document without it */
    record Taken(TextHead head, List<Block> rest) {}

    static Taken from(List<Block> blocks, List<Unclear> unclear) {
        var letterhead = new Letterhead(unclear);
        int first = firstClause(blocks);
        for (int i = 0; i < blocks.size(); i++) {
            if (i >= first || !letterhead.take(blocks.get(i))) {
                letterhead.rest.add(blocks.get(i));
            }
        }
        return new Taken(letterhead.head(), letterhead.rest);
    }

    private static int firstClause(List<Block> blocks) {
        for (int i = 0; i < Math.min(blocks.size(), SEARCHED); i++) {
            if (blocks.get(i) instanceof Paragraph p
                    && (p.outline() > 0 && Line.of(p).numeral().isPresent()
                            || Line.of(p)
                                    .numeral()
                                    .filter(n -> n.kind().isClause() && n.value() == 1)
                                    .isPresent())) {
                return i;
            }
        }
        return Math.min(blocks.size(), SEARCHED);
    }

    /** Whether the block belongs to the letterhead. */
    private boolean take(Block block) {
        return switch (block) {
            case Table table -> takeTable(table);
            case Paragraph paragraph -> takeLine(paragraph);
            case Block.Picture picture -> false;
        };
    }

    private boolean takeTable(Table table) {
        if (!kind.isEmpty()
                || !NUMBER.matcher(table.text()).find()
                        && !DATE.matcher(table.text()).find()) {
            return false;
        }
        unclear.removeIf(one -> one.block() == table.place().number());
        // Column by column, so that who issued it is followed by its number.
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            for (var row : table.rows()) {
                if (column < row.size()) {
                    row.get(column).blocks().forEach(this::take);
                }
            }
        }
        return true;
    }

    private boolean takeLine(Paragraph paragraph) {
        var text = paragraph.text();
        if (Line.isOrnament(paragraph)) {
            return true;
        }
        boolean taken = takeNumber(text) | takeDate(text);
        if (taken) {
            return true;
        }
        var named = KIND.matcher(text);
        if (kind.isEmpty() && named.matches()) {
            kind = KINDS.getOrDefault(named.group(1).toUpperCase(Locale.ROOT), "");
            Optional.ofNullable(named.group(2)).ifPresent(by -> issuer = by);
            Optional.ofNullable(named.group(3)).ifPresent(title::add);
            return true;
        }
        if (MOTTO.matcher(text).matches()) {
            return true;
        }
        if (kind.isEmpty()) {
            return takeBeforeKind(paragraph, text);
        }
        if (!titleEnded && isTitle(paragraph, text)) {
            title.add(text);
            return true;
        }
        titleEnded = true;
        return false;
    }

    private boolean takeNumber(String text) {
        var found = NUMBER.matcher(text);
        if (!number.isEmpty() || !found.find()) {
            return false;
        }
        number = found.group(1).replaceAll("\\s", "").replace('–', '-').replaceAll("[.-]$", "");
        if (issuer.isEmpty()) {
            issuer = lastCapitals;
        }
        return true;
    }

    private boolean takeDate(String text) {
        var found = DATE.matcher(text);
        if (!issued.isEmpty() || text.length() > 80 || !found.find()) {
            return false;
        }
        issued = "%s-%02d-%02d"
                .formatted(found.group(3), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1)));
        return true;
    }

    private boolean takeBeforeKind(Paragraph paragraph, String text) {
        if (number.isEmpty() && (Line.isCapitals(text) || paragraph.centred() && Issuers.isBody(text))) {
            lastCapitals = text;
            return true;
        }
        if (paragraph.outline() > 0 || paragraph.centred() && paragraph.isBold()) {
            title.add(text);
            return true;
        }
        return false;
    }

    private static boolean isTitle(Paragraph paragraph, String text) {
        return !text.startsWith("(")
                && (paragraph.isBold() || paragraph.centred() || paragraph.outline() > 0 || Line.isCapitals(text));
    }

    private TextHead head() {
        var words = ABOUT.matcher(
                        title.stream().collect(Collectors.joining(" ")).strip())
                .replaceFirst("");
        if (Line.isCapitals(words)) {
            unclear.add(new Unclear(0, 0, "capitals", List.of(), words));
            words = words.toLowerCase(Locale.ROOT);
        }
        words = words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        var body = number.isEmpty() && kind.isEmpty() ? "" : issuer.isEmpty() ? lastCapitals : issuer;
        missing("number", number);
        missing("kind", kind);
        missing("issuer", body);
        missing("issued", issued);
        missing("title", words);
        return new TextHead(number, kind, Issuers.written(body), issued, words, shortened(words), List.of(), "");
    }

    private void missing(String what, String value) {
        if (value.isEmpty()) {
            unclear.add(new Unclear(0, 0, "missing." + what, List.of(), ""));
        }
    }

    private static String shortened(String words) {
        if (words.length() <= SHORT) {
            return words;
        }
        int sign = words.lastIndexOf(", ", SHORT);
        int end = sign > SHORT / 2 ? sign : words.lastIndexOf(' ', SHORT - 1);
        return end > 0 ? words.substring(0, end) : words.substring(0, SHORT);
    }
}
