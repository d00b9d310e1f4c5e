package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Picture;
import vn.quantriet.documents.reading.Block.Table;

/**
 * Writes what stands below a heading: paragraphs, lists and tables, a block after an empty line. The library has no footnotes:
 * they follow their paragraph as a quotation that begins with their number in square brackets, which also marks their place.
 */
final class BodyMarkdown {
    private static final int LONGEST_LINE = 15_000;

    private final Map<Integer, List<Run>> notes;
    private final List<Unclear> unclear;
    private final StringBuilder out = new StringBuilder();
    private final TreeSet<Integer> pending = new TreeSet<>();
    private boolean inList;
    private boolean afterDash;
    private int outermost;
    private int deepest;

    BodyMarkdown(Map<Integer, List<Run>> notes, List<Unclear> unclear) {
        this.notes = notes;
        this.unclear = unclear;
    }

    /** @param quoted how many of the blocks, from the first, are written as a quotation */
    String write(List<Block> blocks, int quoted) {
        for (int i = 0; i < blocks.size(); i++) {
            write(blocks.get(i), i < quoted);
        }
        flushNotes();
        return out.toString();
    }

    private void write(Block block, boolean quoted) {
        switch (block) {
            case Paragraph paragraph -> paragraph(paragraph, quoted);
            case Table table -> table(table);
            case Picture picture -> picture(picture);
        }
    }

    private void picture(Picture picture) {
        if (!picture.file().isEmpty()) {
            flushNotes();
            block(markdown(picture));
        }
    }

    private static String markdown(Picture picture) {
        return "![" + Inline.escaped(picture.words()) + "](files/" + picture.file() + ")";
    }

    private void paragraph(Paragraph paragraph, boolean quoted) {
        if (Line.isOrnament(paragraph) || paragraph.runs().isEmpty()) {
            return;
        }
        var line = Line.of(paragraph);
        paragraph.runs().forEach(run -> {
            if (run.note() > 0) {
                pending.add(run.note());
            } else if (!run.link().isEmpty() && !Inline.isAllowed(run.link())) {
                say(paragraph, "link", run.link());
            }
        });
        if (line.isBullet() && !quoted) {
            bullet(line);
            return;
        }
        flushNotes(paragraph);
        var text = line.numeral().filter(n -> n.length() == 0).isPresent() && !line.isBullet()
                ? Inline.escapedLine(Inline.escaped(paragraph.label())) + " " + Inline.line(line.rest())
                : Inline.line(line.isBullet() ? line.rest() : paragraph.runs());
        block((quoted ? "> " : "") + folded(text));
    }

    private void bullet(Line line) {
        if (!inList) {
            flushNotes();
            out.append('\n');
            outermost = line.paragraph().depth();
            deepest = -1;
        }
        inList = true;
        boolean inner = line.numeral().filter(n -> n.printed().equals("+")).isPresent();
        int depth = Math.clamp(line.paragraph().depth() - outermost + (inner && afterDash ? 1 : 0), 0, deepest + 1);
        afterDash |= !inner;
        deepest = depth;
        out.append("  ".repeat(depth))
                .append("- ")
                .append(folded(Inline.line(line.rest())))
                .append('\n');
    }

    /** Notes marked in a list follow the list; others their own block. */
    private void flushNotes(Block next) {
        var marked = new TreeSet<Integer>();
        if (next instanceof Paragraph p) {
            p.runs().forEach(run -> {
                if (run.note() > 0) {
                    marked.add(run.note());
                }
            });
        }
        pending.removeAll(marked);
        flushNotes();
        pending.addAll(marked);
    }

    private void flushNotes() {
        for (int note : pending) {
            var words = notes.getOrDefault(note, List.of());
            block("> \\[" + note + "\\] " + folded(Inline.line(words)));
        }
        pending.clear();
    }

    private void block(String text) {
        inList = false;
        afterDash = false;
        out.append('\n').append(text).append('\n');
    }

    /** The library takes no longer lines; a line break within a paragraph means a space. */
    private static String folded(String line) {
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST_LINE);
        int cut = space > 0 ? space : LONGEST_LINE;
        return line.substring(0, cut) + "\n"
                + folded(Inline.escapedLine(line.substring(cut).strip()));
    }

    private void table(Table table) {
        flushNotes();
        int columns = table.rows().stream()
                .mapToInt(row -> row.stream().mapToInt(Cell::columns).sum())
                .max()
                .orElse(0);
        if (columns <= 1 || table.rows().size() < 2) {
            // A frame around words, or columns side by side: no table.
            table.rows().forEach(row -> row.forEach(cell -> cell.blocks().forEach(block -> write(block, false))));
            return;
        }
        List<String> lines = new ArrayList<>();
        boolean merged = false;
        for (var row : table.rows()) {
            var line = new StringBuilder("|");
            int width = 0;
            for (var cell : row) {
                merged |= cell.columns() > 1 || cell.continued();
                line.append(' ').append(cell.continued() ? "" : words(cell)).append(" |");
                line.append("  |".repeat(cell.columns() - 1));
                width += cell.columns();
            }
            line.append("  |".repeat(Math.max(0, columns - width)));
            lines.add(line.toString());
        }
        lines.add(1, "|" + "---|".repeat(columns));
        if (merged) {
            say(table, "merged");
        }
        if (lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            say(table, "wide");
            table.rows().forEach(row -> row.forEach(cell -> cell.blocks().forEach(block -> write(block, false))));
            return;
        }
        block(String.join("\n", lines));
        flushNotes();
    }

    private String words(Cell cell) {
        List<String> parts = new ArrayList<>();
        for (var block : cell.blocks()) {
            switch (block) {
                case Paragraph p -> {
                    p.runs().stream().filter(run -> run.note() > 0).forEach(run -> pending.add(run.note()));
                    parts.add((p.label().isEmpty() ? "" : Inline.escaped(p.label()) + " ") + Inline.cell(p.runs()));
                }
                case Table inner -> {
                    say(inner, "nested");
                    parts.add(Inline.escaped(inner.text()).replace("|", "\\|"));
                }
                case Picture picture -> {
                    if (!picture.file().isEmpty()) {
                        parts.add(markdown(picture).replace("|", "\\|"));
                    }
                }
            }
        }
        return String.join(" ", parts);
    }

    private void say(Block block, String code, String... arguments) {
        unclear.add(new Unclear(block.place().number(), block.place().page(), code, List.of(arguments), block.text()));
    }
}
