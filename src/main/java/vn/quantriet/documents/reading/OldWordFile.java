package vn.quantriet.documents.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/** Reads DOC, Word's format up to 2003, through POI. */
final class OldWordFile {
    private static final int BODY_LEVEL = 9;
    private static final int CENTRED = 1;
    private static final int SUPERSCRIPT = 1;
    private static final Pattern FIELD_CODE = Pattern.compile("\\x13[^\\x13\\x14\\x15]*[\\x14\\x15]");
    private static final Map<Integer, String> FORMATS = Map.of(
            0, "decimal",
            1, "upperRoman",
            2, "lowerRoman",
            3, "upperLetter",
            4, "lowerLetter",
            22, "decimalZero",
            23, "bullet",
            255, "none");

    private final HWPFDocument document;
    private final Collected collected;
    private final Counters counters = new Counters();
    private final Map<Integer, Integer> notesByPlace = new HashMap<>();
    private final Map<Integer, List<Run>> notes = new HashMap<>();
    private boolean inFieldCode;

    private OldWordFile(HWPFDocument document, Progress progress) {
        this.document = document;
        this.collected = new Collected(progress);
    }

    static Original read(POIFSFileSystem system, Progress progress) throws IOException {
        try (var document = new HWPFDocument(system)) {
            var file = new OldWordFile(document, progress);
            file.readNotes();
            file.blocks(document.getRange(), 0, file.collected.blocks());
            return file.collected.original(file.notes);
        }
    }

    private void readNotes() {
        var footnotes = document.getFootnotes();
        var range = document.getFootnoteRange();
        for (int i = 0; i < footnotes.getNotesCount(); i++) {
            int number = i + 1;
            notesByPlace.put(footnotes.getNoteAnchorPosition(i), number);
            var words = new Range(
                    range.getStartOffset() + footnotes.getNoteTextStartOffset(i),
                    range.getStartOffset() + footnotes.getNoteTextEndOffset(i),
                    document);
            List<Run> runs = new ArrayList<>();
            letters(words, runs);
            notes.put(number, runs);
        }
    }

    /** @param level how many tables are around */
    private void blocks(Range range, int level, List<Block> into) {
        for (int i = 0; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                var table = range.getTable(paragraph);
                into.add(table(table, level + 1));
                i += Math.max(0, table.numParagraphs() - 1);
            } else {
                paragraph(paragraph, into);
            }
        }
    }

    private Table table(org.apache.poi.hwpf.usermodel.Table table, int level) {
        var place = collected.next();
        List<List<Cell>> rows = new ArrayList<>();
        for (int r = 0; r < table.numRows(); r++) {
            var row = table.getRow(r);
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < row.numCells(); c++) {
                var cell = row.getCell(c);
                if (cell.isMerged() && !cell.isFirstMerged()) {
                    continue;
                }
                List<Block> blocks = new ArrayList<>();
                blocks(cell, level, blocks);
                cells.add(new Cell(blocks, 1, cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()));
            }
            rows.add(cells);
        }
        return new Table(place, rows);
    }

    private void paragraph(org.apache.poi.hwpf.usermodel.Paragraph paragraph, List<Block> into) {
        var place = collected.next();
        List<Run> runs = new ArrayList<>();
        letters(paragraph, runs);
        boolean empty = Runs.text(runs).isEmpty();
        int level = paragraph.getLvl();
        int outline = level >= 0 && level < BODY_LEVEL && isHeading(paragraph) ? level + 1 : 0;
        boolean listed = paragraph.isInList() && !empty;
        collected.add(
                new Paragraph(
                        place,
                        outline,
                        listed ? label(paragraph) : "",
                        listed ? paragraph.getIlvl() : 0,
                        paragraph.getJustification() == CENTRED,
                        runs),
                into);
    }

    private boolean isHeading(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        StyleDescription style = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
        return style == null
                || style.getName() == null
                || !style.getName().toLowerCase(Locale.ROOT).startsWith("toc");
    }

    private String label(org.apache.poi.hwpf.usermodel.Paragraph paragraph) {
        HWPFList list = paragraph.getList();
        TreeMap<Integer, Counters.Level> levels = new TreeMap<>();
        Map<Integer, Integer> starts = new HashMap<>();
        for (char depth = 0; depth < 9; depth++) {
            try {
                var pattern = new StringBuilder();
                var text = list.getNumberText(depth);
                for (char c : (text == null ? "" : text).toCharArray()) {
                    pattern.append(c < 9 ? "%" + (c + 1) : String.valueOf(c));
                }
                levels.put(
                        (int) depth,
                        new Counters.Level(
                                list.getStartAt(depth),
                                FORMATS.getOrDefault(list.getNumberFormat(depth), "decimal"),
                                pattern.toString(),
                                -1,
                                false));
                if (list.isStartAtOverriden(depth)) {
                    starts.put((int) depth, list.getStartAt(depth));
                }
            } catch (RuntimeException e) {
                // A list of one level has no others, which POI says by whatever exception comes first.
                break;
            }
        }
        var id = String.valueOf(list.getLsid());
        return counters.next(id, id + "/" + paragraph.getIlfo(), starts, levels, paragraph.getIlvl());
    }

    private void letters(Range range, List<Run> runs) {
        inFieldCode = false;
        for (int i = 0; i < range.numCharacterRuns(); i++) {
            run(range.getCharacterRun(i), runs);
        }
    }

    private void run(CharacterRun run, List<Run> runs) {
        if (run.isVanished() || run.isMarkedDeleted()) {
            return;
        }
        var note = notesByPlace.get(run.getStartOffset());
        var text = text(run.text());
        if (note != null && text.isBlank()) {
            runs.add(Run.note(note));
            return;
        }
        if (run.getSubSuperScriptIndex() == SUPERSCRIPT) {
            text = text.equals("2") ? "²" : text.equals("3") ? "³" : text;
        }
        if (!text.isEmpty()) {
            runs.add(new Run(
                    Legacy.ofFont(run.getFontName() == null ? "" : run.getFontName())
                            .decode(text),
                    run.isBold(),
                    run.isItalic(),
                    run.isStrikeThrough(),
                    "",
                    0));
        }
    }

    /** Without the codes of fields, which stand between two signs, and with line breaks where Word has its own. */
    private String text(String raw) {
        var whole = FIELD_CODE.matcher(raw).replaceAll("");
        var text = new StringBuilder();
        for (char c : whole.toCharArray()) {
            switch (c) {
                case 0x13 -> inFieldCode = true;
                case 0x14, 0x15 -> inFieldCode = false;
                case 0x0B -> text.append('\n');
                case 0x0C -> collected.turnPage();
                case 0x1E -> text.append('-');
                // In TCVN3 it is a letter.
                case 0x1F -> text.append('\u00AD');
                case '\t' -> text.append('\t');
                default -> {
                    if (c >= ' ' && !inFieldCode) {
                        text.append(c);
                    }
                }
            }
        }
        return text.toString();
    }
}
