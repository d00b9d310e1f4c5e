package vn.quantriet.documents.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/**
 * How the letters of a run are meant: in Unicode, or in one of the two ways of old that put Vietnamese letters in the places of
 * Latin-1, so that only the font showed them right. Recognised by font, and where there is none by what makes syllables.
 */
enum Legacy {
    UNICODE,
    /** TCVN 5712:1993, "ABC". Letters from A1 on, as glibc's TCVN5712-1 has them. */
    TCVN3,
    /** The same in a font that shows small letters as capitals: the only way TCVN3 has to write capitals with tones. */
    TCVN3_CAPITALS,
    /** VNI Windows: a letter and then its marks. */
    VNI;

    private static final String FROM_A1 =
            "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
                    + "Ổỏõóọồổỗốộờởỡớợù"
                    + "ỖủũúụừửữứựỳỷỹýỵỐ";
    private static final Map<Character, String> VNI_MARKS = Map.ofEntries(
            Map.entry('ù', "\u0301"),
            Map.entry('ø', "\u0300"),
            Map.entry('û', "\u0309"),
            Map.entry('õ', "\u0303"),
            Map.entry('ï', "\u0323"),
            Map.entry('â', "\u0302"),
            Map.entry('á', "\u0302\u0301"),
            Map.entry('à', "\u0302\u0300"),
            Map.entry('å', "\u0302\u0309"),
            Map.entry('ã', "\u0302\u0303"),
            Map.entry('ä', "\u0302\u0323"),
            Map.entry('ê', "\u0306"),
            Map.entry('é', "\u0306\u0301"),
            Map.entry('è', "\u0306\u0300"),
            Map.entry('ú', "\u0306\u0309"),
            Map.entry('ü', "\u0306\u0303"),
            Map.entry('ë', "\u0306\u0323"));
    private static final Map<Character, String> VNI_LETTERS =
            Map.of('ô', "ơ", 'ö', "ư", 'ñ', "đ", 'í', "í", 'ì', "ì", 'æ', "ỉ", 'ó', "ĩ", 'ò', "ị", 'î', "ỵ");
    private static final String VNI_BASES = "aeouyôö";
    private static final Pattern CERTAINLY_UNICODE =
            Pattern.compile("[ăđơưĂĐƠƯ\\x{1EA0}-\\x{1EF9}\\x{0300}-\\x{0323}]");
    private static final Pattern HAS_LATIN_1 = Pattern.compile("[\\x{A1}-\\x{FF}]");
    private static final int ENOUGH = 4000;
    private static final int FEWEST = 5;

    static Legacy ofFont(String font) {
        var name = font.substring(font.indexOf('+') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith(".vn")) {
            return name.replaceAll("[ ,-]?(bold|italic|bolditalic).*$", "").endsWith("h") ? TCVN3_CAPITALS : TCVN3;
        }
        return name.startsWith("vni-") || name.startsWith("vni ") ? VNI : UNICODE;
    }

    /** Leaves alone what cannot be in this coding: old templates often have text of today in fonts of old. */
    String decode(String text) {
        if (this == UNICODE || CERTAINLY_UNICODE.matcher(text).find()) {
            return text;
        }
        var decoded = this == VNI ? fromVni(text) : fromTcvn3(text);
        var whole = Normalizer.normalize(decoded, Normalizer.Form.NFC);
        return this == TCVN3_CAPITALS ? whole.toUpperCase(Locale.ROOT) : whole;
    }

    private static String fromTcvn3(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) - 0xA1;
            out.append(at >= 0 && at < FROM_A1.length() ? FROM_A1.charAt(at) : text.charAt(i));
        }
        return out.toString();
    }

    private static String fromVni(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char small = Character.toLowerCase(letter);
            var mark = VNI_MARKS.get(small);
            var plain = VNI_LETTERS.get(small);
            boolean afterBase = i > 0 && VNI_BASES.indexOf(Character.toLowerCase(text.charAt(i - 1))) >= 0;
            if (mark != null && (afterBase || i == 0)) {
                out.append(mark);
            } else if (plain != null) {
                out.append(small == letter ? plain : plain.toUpperCase(Locale.ROOT));
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }

    /**
     * Decodes what no font gave away, when its letters make no syllables as they are and nearly always do in an old coding. What is a
     * soft hyphen after that is one, and goes.
     */
    static Original withoutFonts(Original original) {
        var suspects = new StringBuilder();
        original.blocks().forEach(block -> {
            if (suspects.length() < ENOUGH && isSuspect(block.text())) {
                suspects.append(block.text()).append('\n');
            }
        });
        var coding = of(suspects.toString());
        List<Unclear> unclear = new ArrayList<>(original.unclear());
        if (coding != UNICODE) {
            unclear.add(new Unclear(0, 0, "legacy", List.of(coding == VNI ? "VNI" : "TCVN3 (ABC)"), ""));
        }
        Map<Integer, List<Run>> notes = new HashMap<>();
        original.notes().forEach((number, runs) -> notes.put(number, coding.decodeAll(runs)));
        return new Original(original.blocks().stream().map(coding::decode).toList(), notes, unclear);
    }

    private static boolean isSuspect(String text) {
        return HAS_LATIN_1.matcher(text).find()
                && !CERTAINLY_UNICODE.matcher(text).find();
    }

    static Legacy of(String text) {
        double asIs = Syllables.share(text, FEWEST);
        if (asIs < 0 || asIs > 0.6) {
            return UNICODE;
        }
        double tcvn3 = Syllables.share(TCVN3.decode(text), FEWEST);
        double vni = Syllables.share(VNI.decode(text), FEWEST);
        if (Math.max(tcvn3, vni) < 0.8) {
            return UNICODE;
        }
        return tcvn3 >= vni ? TCVN3 : VNI;
    }

    private Block decode(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.withRuns(decodeAll(paragraph.runs()));
            case Table table ->
                new Table(
                        table.place(),
                        table.rows().stream()
                                .map(row -> row.stream()
                                        .map(cell -> new Cell(
                                                cell.blocks().stream()
                                                        .map(this::decode)
                                                        .toList(),
                                                cell.columns(),
                                                cell.continued()))
                                        .toList())
                                .toList());
            case Block.Picture picture -> picture;
        };
    }

    private List<Run> decodeAll(List<Run> runs) {
        boolean suspect = isSuspect(runs.stream().map(Run::text).collect(Collectors.joining()));
        return Runs.tidy(runs.stream()
                .map(run -> run.withText((suspect ? decode(run.text()) : run.text()).replace("\u00AD", "")))
                .toList());
    }
}
