package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/**
 * Reads DOCX. Changes that were tracked count as accepted; headers, footers and comments are no part of the text. Reads the parts
 * itself rather than through POI's XWPF, which loads the whole document and passes over content controls and tracked changes.
 */
final class WordFile {
    private static final Set<String> SKIPPED = Set.of(
            "del",
            "moveFrom",
            "instrText",
            "delText",
            "Fallback",
            "rPr",
            "pPr",
            "tblPr",
            "trPr",
            "tcPr",
            "sdtPr",
            "sdtEndPr",
            "annotationRef",
            "footnoteRef",
            "endnoteRef");

    private final OfficeParts parts;
    private final String main;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private final Map<String, OfficeParts.Target> targets;
    private final Collected collected;
    private final Pictures pictures;
    private final Map<String, Integer> noteNumbers = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private boolean inNotes;

    private WordFile(OfficeParts parts, String main, Pictures pictures, Progress progress) {
        this.pictures = pictures;
        this.parts = parts;
        this.main = main;
        this.targets = parts.targets(main);
        this.styles = new WordStyles(part("styles"));
        this.numbering = new WordNumbering(part("numbering"), styles);
        this.collected = new Collected(progress);
    }

    static Original read(OfficeParts parts, String main, Pictures pictures, Progress progress) {
        var file = new WordFile(parts, main, pictures, progress);
        Xml.each(parts.require(main), Set.of("body"), block -> file.block(block, file.collected.blocks()));
        return file.collected.original(file.notes());
    }

    private Optional<Xml> part(String type) {
        return parts.target(main, type).flatMap(parts::parse);
    }

    private void block(Xml xml, List<Block> into) {
        switch (xml.name()) {
            case "p" -> paragraph(xml, into);
            case "tbl" -> table(xml, into);
            case "sdt" ->
                xml.child("sdtContent").ifPresent(content -> content.children().forEach(child -> block(child, into)));
            case "ins", "moveTo", "customXml", "smartTag" -> {
                sayOnce("tracked", xml.name().equals("ins") || xml.name().equals("moveTo"));
                xml.children().forEach(child -> block(child, into));
            }
            case "del", "moveFrom" -> sayOnce("tracked", true);
            case "altChunk" -> collected.unclear("embedded", "");
            default -> {}
        }
    }

    private void sayOnce(String code, boolean really) {
        if (really && said.add(code)) {
            collected.unclear(code, "");
        }
    }

    private void table(Xml xml, List<Block> into) {
        var place = collected.next();
        List<List<Cell>> rows = new ArrayList<>();
        rows(xml, rows);
        into.add(new Table(place, rows));
    }

    private void rows(Xml xml, List<List<Cell>> rows) {
        for (var child : xml.children()) {
            if (child.name().equals("tr")) {
                List<Cell> cells = new ArrayList<>();
                cells(child, cells);
                rows.add(cells);
            } else if (Set.of("sdt", "sdtContent", "ins", "customXml").contains(child.name())) {
                rows(child, rows);
            }
        }
    }

    private void cells(Xml row, List<Cell> cells) {
        for (var child : row.children()) {
            if (child.name().equals("tc")) {
                List<Block> blocks = new ArrayList<>();
                child.children().forEach(block -> block(block, blocks));
                var properties = child.child("tcPr");
                cells.add(new Cell(
                        blocks,
                        Math.clamp(properties.flatMap(p -> p.number("gridSpan")).orElse(1), 1, 100),
                        properties
                                .flatMap(p -> p.child("vMerge"))
                                .filter(merge -> !merge.attribute("val")
                                        .orElse("continue")
                                        .equals("restart"))
                                .isPresent()));
            } else if (Set.of("sdt", "sdtContent", "customXml").contains(child.name())) {
                cells(child, cells);
            }
        }
    }

    private void paragraph(Xml xml, List<Block> into) {
        var properties = xml.child("pPr");
        var style = properties.flatMap(p -> p.value("pStyle")).orElse(styles.usual());
        var place = collected.next();
        List<Run> runs = new ArrayList<>();
        List<Block> floating = new ArrayList<>();
        var letters = new Letters(style, runs, floating);
        letters.collect(xml, "");
        if (letters.beginsPage) {
            place = collected.here(place);
        }
        if (styles.isContents(style)) {
            sayOnce("contents", true);
            return;
        }
        int outline = properties
                .flatMap(p -> p.number("outlineLvl"))
                .map(level -> level >= 0 && level < 9 ? level + 1 : 0)
                .orElseGet(() -> styles.outline(style));
        boolean empty = Runs.text(runs).isEmpty();
        var numbered = numbered(properties, style);
        // Word numbers an empty paragraph too, but prints nothing anybody would miss.
        String label = numbered.map(
                        n -> empty ? "" : numbering.next(n.num(), n.level().orElse(0)))
                .orElse("");
        int depth = numbered.flatMap(WordStyles.Numbered::level).orElse(0);
        boolean centred =
                properties.flatMap(p -> p.value("jc")).map("center"::equals).orElseGet(() -> styles.isCentred(style));
        collected.add(new Paragraph(place, outline, label, depth, centred, runs), into);
        floating.forEach(into::add);
    }

    private Optional<WordStyles.Numbered> numbered(Optional<Xml> properties, String style) {
        var own = properties.flatMap(p -> p.child("numPr"));
        var byStyle = styles.numbering(style);
        var num = own.flatMap(n -> n.number("numId"));
        var level = own.flatMap(n -> n.number("ilvl"));
        if (num.isPresent()) {
            return num.filter(n -> n > 0).map(n -> new WordStyles.Numbered(n, Optional.of(level.orElse(0)), style));
        }
        return byStyle.filter(n -> n.num() > 0)
                .map(n -> new WordStyles.Numbered(
                        n.num(),
                        Optional.of(level.or(n::level).orElseGet(() -> numbering.levelOf(n.num(), n.style()))),
                        style));
    }

    private Map<Integer, List<Run>> notes() {
        inNotes = true;
        Map<Integer, List<Run>> notes = new HashMap<>();
        for (var type : List.of("footnote", "endnote")) {
            part(type + "s")
                    .ifPresent(root -> root.all(type).forEach(note -> {
                        var number = noteNumbers.get(type + note.attribute("id").orElse(""));
                        if (number != null) {
                            List<Run> runs = new ArrayList<>();
                            note.within("p").forEach(p -> {
                                runs.add(Run.plain(" "));
                                new Letters(styles.usual(), runs, new ArrayList<>()).collect(p, "");
                            });
                            notes.put(number, runs);
                        }
                    }));
        }
        return notes;
    }

    /** Collects the letters of a paragraph. */
    private final class Letters {
        private final String style;
        private final List<Run> runs;
        private final List<Block> floating;
        private boolean beginsPage;

        Letters(String style, List<Run> runs, List<Block> floating) {
            this.style = style;
            this.runs = runs;
            this.floating = floating;
        }

        void collect(Xml parent, String link) {
            for (var child : parent.children()) {
                if (SKIPPED.contains(child.name())) {
                    sayOnce(
                            "tracked",
                            child.name().equals("del") || child.name().equals("moveFrom"));
                    continue;
                }
                switch (child.name()) {
                    case "r" -> run(child, link);
                    case "hyperlink" -> collect(child, address(child));
                    case "oMath", "oMathPara" -> formula(child);
                    case "drawing", "pict", "object" -> drawing(child);
                    default -> collect(child, link);
                }
            }
        }

        private String address(Xml link) {
            var target = targets.get(link.attribute("r:id").orElse(""));
            String anchor = link.attribute("anchor").map(a -> "#" + a).orElse("");
            return target == null
                    ? anchor
                    : target.address() + (target.address().contains("#") ? "" : anchor);
        }

        private void run(Xml run, String link) {
            var own = run.child("rPr");
            var letters = own.flatMap(o -> o.value("rStyle")).orElse("");
            if (styles.on("vanish", own, letters, style)) {
                return;
            }
            var coding = Legacy.ofFont(styles.font(own, letters, style));
            boolean raised = own.flatMap(o -> o.value("vertAlign"))
                    .filter("superscript"::equals)
                    .isPresent();
            for (var part : run.children()) {
                var text = switch (part.name()) {
                    case "t" -> coding.decode(raised ? raised(part.text()) : part.text());
                    case "tab", "ptab" -> "\t";
                    case "br" -> lineBreak(part);
                    case "cr" -> "\n";
                    case "noBreakHyphen" -> "-";
                    // In TCVN3 it is a letter.
                    case "softHyphen" -> coding.decode("\u00AD");
                    case "lastRenderedPageBreak" -> {
                        collected.turnPage();
                        beginsPage |= runs.isEmpty();
                        yield "";
                    }
                    case "footnoteReference", "endnoteReference" -> {
                        runs.add(note(part));
                        yield "";
                    }
                    case "drawing", "pict", "object" -> {
                        drawing(part);
                        yield "";
                    }
                    case "AlternateContent" -> {
                        part.child("Choice").ifPresent(choice -> collect(choice, link));
                        yield "";
                    }
                    default -> "";
                };
                if (!text.isEmpty()) {
                    runs.add(new Run(
                            text,
                            styles.on("b", own, letters, style),
                            styles.on("i", own, letters, style),
                            styles.on("strike", own, letters, style),
                            link,
                            0));
                }
            }
        }

        private String lineBreak(Xml part) {
            return part.attribute("type").filter("page"::equals).isPresent() ? "" : "\n";
        }

        private Run note(Xml reference) {
            var kind = reference.name().replace("Reference", "");
            return Run.note(noteNumbers.computeIfAbsent(
                    kind + reference.attribute("id").orElse(""), key -> noteNumbers.size() + 1));
        }

        private void formula(Xml formula) {
            var text = new StringBuilder();
            formula.within("t").forEach(t -> text.append(t.text()));
            runs.add(Run.plain(text.toString()));
            collected.unclear("formula", text.toString());
        }

        private void drawing(Xml drawing) {
            if (inNotes) {
                // It refers to parts by ids of its own, and a note has no room for it.
                return;
            }
            var boxes = drawing.within("txbxContent").limit(1).toList();
            boxes.forEach(box -> {
                collected.unclear("box", "");
                box.children().forEach(child -> block(child, floating));
            });
            if (boxes.isEmpty()) {
                pictures(drawing);
            }
        }

        /** A drawing holds several when they are grouped; the description is that of the whole. */
        private void pictures(Xml drawing) {
            var described = Pictures.described(drawing.within("docPr")
                    .findFirst()
                    .flatMap(p -> p.attribute("descr").filter(d -> !d.isBlank()).or(() -> p.attribute("title")))
                    .or(() -> drawing.within("shape").findFirst().flatMap(s -> s.attribute("alt"))));
            Stream.concat(
                            drawing.within("blip").flatMap(blip -> blip.attribute("r:embed").stream()),
                            drawing.within("imagedata").flatMap(data -> data.attribute("r:id").stream()))
                    .distinct()
                    .flatMap(id -> Optional.ofNullable(targets.get(id)).stream())
                    .filter(target -> !target.external())
                    .map(OfficeParts.Target::address)
                    .forEach(part ->
                            floating.add(collected.picture(pictures.take(part, () -> parts.stream(part)), described)));
        }
    }

    /** Raised digits after letters are powers: m2 would be another word. */
    private static String raised(String text) {
        return switch (text) {
            case "2" -> "²";
            case "3" -> "³";
            default -> text;
        };
    }
}
