package vn.quantriet.documents.writing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quantriet.content.Manuscript;
import vn.quantriet.documents.writing.Block.Align;
import vn.quantriet.documents.writing.Block.Cell;
import vn.quantriet.documents.writing.Block.Item;
import vn.quantriet.documents.writing.Run.Look;

/** Writes blocks as Markdown of the library, ended by a line feed. */
final class MarkdownText {
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*\\[\\]<]|~~|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");
    private static final Pattern LINE_START = Pattern.compile("^(#{1,6}(?=\\s|$)|>|[-+](?=\\s|$)|-{3,}$|={3,}$|~{3})");
    private static final Pattern NUMBER_START = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");
    private static final Map<Look, String> MARKS = new EnumMap<>(Map.of(
            Look.BOLD, "**",
            Look.ITALIC, "*",
            Look.STRUCK, "~~"));

    private MarkdownText() {}

    static String of(List<? extends Block> blocks) {
        return blocks(blocks) + "\n";
    }

    private static String blocks(List<? extends Block> blocks) {
        List<String> written = new ArrayList<>();
        boolean otherMark = false;
        for (int i = 0; i < blocks.size(); i++) {
            // Two lists in a row stay two when their marks differ.
            otherMark = i > 0 && follows(blocks.get(i - 1), blocks.get(i)) && !otherMark;
            written.add(block(blocks.get(i), otherMark));
        }
        return String.join("\n\n", written);
    }

    private static boolean follows(Block before, Block after) {
        return before instanceof Block.Listing first
                && after instanceof Block.Listing second
                && first.first().isPresent() == second.first().isPresent();
    }

    private static String block(Block block, boolean otherMark) {
        return switch (block) {
            case Block.Heading heading ->
                "#".repeat(heading.level()) + " " + runs(heading.runs()).replace("\n", " ");
            case Block.Paragraph paragraph -> paragraph(paragraph.runs());
            case Block.Listing list -> list(list, otherMark);
            case Block.Quote quote ->
                blocks(quote.blocks())
                        .lines()
                        .map(line -> line.isEmpty() ? ">" : "> " + line)
                        .collect(Collectors.joining("\n"));
            case Block.Table table -> table(table);
            case Block.Code code ->
                code.text().lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
            // Three hyphens would part the slides of a deck.
            case Block.Rule rule -> "***";
        };
    }

    private static String paragraph(List<Run> runs) {
        return runs(runs).lines().map(MarkdownText::unmarkedStart).collect(Collectors.joining("\\\n"));
    }

    private static String unmarkedStart(String line) {
        var safe = LINE_START.matcher(line).replaceFirst("\\\\$1");
        return NUMBER_START.matcher(safe).replaceFirst("$1\\\\$2");
    }

    private static String list(Block.Listing list, boolean otherMark) {
        List<String> items = new ArrayList<>();
        int number = list.first().orElse(0);
        for (var item : list.items()) {
            var mark = list.first().isPresent() ? number++ + (otherMark ? ")" : ".") : otherMark ? "*" : "-";
            items.add(item(mark + " ", item));
        }
        return String.join("\n", items);
    }

    private static String item(String mark, Item item) {
        var box = switch (item.tick()) {
            case NONE -> "";
            case OPEN -> "[ ] ";
            case TICKED -> "[x] ";
        };
        var lines = new StringBuilder();
        for (var block : item.blocks()) {
            // A list directly below its item's words keeps the list tight.
            lines.append(lines.isEmpty() ? "" : block instanceof Block.Listing ? "\n" : "\n\n")
                    .append(block(block, false));
        }
        return mark
                + box
                + lines.toString()
                        .replace("\n", "\n" + " ".repeat(mark.length()))
                        .replaceAll("(?m)^ +$", "");
    }

    private static String table(Block.Table table) {
        List<String> lines = new ArrayList<>();
        for (var row : table.rows()) {
            lines.add(row.stream().map(MarkdownText::cell).collect(Collectors.joining(" | ", "| ", " |")));
            if (lines.size() == 1) {
                lines.add(table.columns().stream().map(MarkdownText::ruler).collect(Collectors.joining("|", "|", "|")));
            }
        }
        return String.join("\n", lines);
    }

    private static String cell(Cell cell) {
        return runs(cell.runs()).replace("\n", " ").replace("|", "\\|");
    }

    private static String ruler(Align align) {
        return switch (align) {
            case NONE -> "---";
            case LEFT -> ":---";
            case CENTER -> ":---:";
            case RIGHT -> "---:";
        };
    }

    private static String runs(List<Run> runs) {
        var text = new StringBuilder();
        var tidy = Run.tidy(runs);
        for (int i = 0; i < tidy.size(); ) {
            int end = i + 1;
            var link = tidy.get(i).link();
            while (end < tidy.size() && link.isPresent() && tidy.get(end).link().equals(link)) {
                end++;
            }
            text.append(linked(tidy.subList(i, end), link));
            i = end;
        }
        return text.toString();
    }

    private static String linked(List<Run> runs, Optional<String> link) {
        var words = runs.stream().map(MarkdownText::run).collect(Collectors.joining());
        return link.map(target -> (target.startsWith(Manuscript.PICTURE) ? Manuscript.PICTURE : "") + "["
                        + words.replace("\n", " ") + "]("
                        + unmarked(target).replace("(", "%28").replace(")", "%29") + ")")
                .orElse(words);
    }

    private static String unmarked(String target) {
        return target.startsWith(Manuscript.PICTURE) ? target.substring(Manuscript.PICTURE.length()) : target;
    }

    /** Marks must touch the words they mark, so spaces at either end go outside. */
    private static String run(Run run) {
        var core = run.text().strip();
        if (core.isEmpty() || run.looks().isEmpty()) {
            return escaped(run.text());
        }
        int start = run.text().indexOf(core);
        var marked = run.looks().contains(Look.CODE) ? code(core) : escaped(core);
        for (var mark : MARKS.entrySet()) {
            if (run.looks().contains(mark.getKey())) {
                marked = mark.getValue() + marked + mark.getValue();
            }
        }
        return run.text().substring(0, start) + marked + run.text().substring(start + core.length());
    }

    private static String code(String text) {
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }

    private static String escaped(String text) {
        var safe = SIGNS.matcher(text).replaceAll(found -> found.group().equals("~~") ? "\\\\~\\\\~" : "\\\\$0");
        return ENTITY.matcher(safe).replaceAll("\\\\&");
    }
}
