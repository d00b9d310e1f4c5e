package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.quantriet.documents.reading.Block.Cell;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Table;

/** Reads PPTX: of each slide its title, the rest of its words in the order they were drawn, and the words of the speaker. */
final class SlidesFile {
    private static final Set<String> TITLES = Set.of("title", "ctrTitle");
    /** Date, footer and number of the slide. */
    private static final Set<String> FURNITURE = Set.of("dt", "ftr", "sldNum", "hdr", "sldImg");

    private static final Set<String> PLAIN = Set.of("subTitle", "title", "ctrTitle");

    private final OfficeParts parts;
    private final Collected collected;
    private final Pictures pictures;
    private final List<Slide> slides = new ArrayList<>();

    private SlidesFile(OfficeParts parts, Pictures pictures, Progress progress) {
        this.pictures = pictures;
        this.parts = parts;
        this.collected = new Collected(progress);
    }

    /**
     * @param title empty when it has none
     * @param whole whether all of it is in the blocks: no chart, diagram, group or drawing, whose sense is in how they look
     */
    record Slide(int number, String title, Place place, List<Block> blocks, List<Block> notes, boolean whole) {}

    /** @param original the same as one document, a page for each slide */
    record Deck(List<Slide> slides, Original original) {}

    static Deck read(OfficeParts parts, String main, Pictures pictures, Progress progress) {
        var file = new SlidesFile(parts, pictures, progress);
        var targets = parts.targets(main);
        var ids = parts.parse(main)
                .flatMap(root -> root.child("sldIdLst"))
                .map(list -> list.all("sldId").toList())
                .orElse(List.of());
        for (int i = 0; i < ids.size(); i++) {
            var target = targets.get(ids.get(i).attribute("r:id").orElse(""));
            if (target != null && !target.external()) {
                file.collected.onPage(i + 1, ids.size());
                file.slide(i + 1, target.address());
            }
        }
        return new Deck(file.slides, file.collected.original(Map.of()));
    }

    private void slide(int number, String part) {
        var root = parts.parse(part);
        if (root.isEmpty()) {
            return;
        }
        if (root.get()
                .attribute("show")
                .filter(show -> show.equals("0") || show.equals("false"))
                .isPresent()) {
            collected.unclear("hidden", "");
        }
        var tree = root.get().at("cSld", "spTree");
        boolean drawn = tree.filter(SlidesFile::isDrawn).isPresent();
        boolean[] left = {false};
        var shapes = tree.stream().flatMap(SlidesFile::shapes).toList();
        var place = collected.next();
        var titles =
                shapes.stream().filter(s -> TITLES.contains(placeholder(s))).toList();
        var title = titles.stream()
                .map(shape -> Runs.text(paragraphs(shape)
                        .flatMap(p -> Stream.concat(runs(p, part).stream(), Stream.of(Run.plain(" "))))
                        .toList()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        if (!title.isEmpty()) {
            collected
                    .blocks()
                    .add(new Paragraph(
                            place, 1, "", 0, false, Runs.tidy(List.of(new Run(title, true, false, false, "", 0)))));
        }
        List<Block> blocks = new ArrayList<>();
        shapes.stream()
                .filter(shape -> !TITLES.contains(placeholder(shape)))
                .forEach(shape -> left[0] |= !shape(shape, part, blocks));
        List<Block> notes = new ArrayList<>();
        parts.target(part, "notesSlide").flatMap(parts::parse).flatMap(n -> n.at("cSld", "spTree")).stream()
                .flatMap(SlidesFile::shapes)
                .filter(shape -> placeholder(shape).equals("body"))
                .forEach(shape -> text(shape, part, false, notes));
        if (drawn) {
            collected.unclear(place, "drawing", title);
        }
        collected.blocks().addAll(blocks);
        collected.blocks().addAll(notes);
        slides.add(new Slide(number, title, place, blocks, notes, !drawn && !left[0]));
    }

    /** Whether shapes are put together to a drawing: grouped, or joined by lines. */
    private static boolean isDrawn(Xml tree) {
        return tree.children().stream()
                .anyMatch(child -> child.name().equals("cxnSp")
                        || child.name().equals("grpSp")
                                && shapes(child).anyMatch(shape -> !shape.name().equals("pic")));
    }

    /** All shapes, those in groups too; of a choice the first. */
    private static Stream<Xml> shapes(Xml tree) {
        return tree.children().stream().flatMap(child -> switch (child.name()) {
            case "grpSp" -> shapes(child);
            case "AlternateContent" -> child.child("Choice").stream().flatMap(SlidesFile::shapes);
            case "sp", "graphicFrame", "pic" -> Stream.of(child);
            default -> Stream.empty();
        });
    }

    /** What the shape stands for in its layout; {@code body} for one that does not say; empty for a shape of its own. */
    private static String placeholder(Xml shape) {
        return shape.at("nvSpPr", "nvPr", "ph")
                .map(ph -> ph.attribute("type").orElse("body"))
                .orElse("");
    }

    /** @return whether all of it is in the blocks */
    private boolean shape(Xml shape, String part, List<Block> into) {
        switch (shape.name()) {
            case "pic" -> {
                return picture(shape, part, into);
            }
            case "graphicFrame" -> {
                var data = shape.at("graphic", "graphicData");
                var table = data.flatMap(d -> d.child("tbl"));
                table.ifPresentOrElse(
                        t -> into.add(table(t, part)),
                        () -> collected.unclear(isChart(data) ? "chart" : "diagram", described(shape)));
                return table.isPresent();
            }
            default -> {
                var stands = placeholder(shape);
                if (!FURNITURE.contains(stands)) {
                    text(shape, part, !stands.isEmpty() && !PLAIN.contains(stands), into);
                }
                return true;
            }
        }
    }

    private static boolean isChart(Optional<Xml> data) {
        return data.flatMap(d -> d.attribute("uri"))
                .filter(uri -> uri.contains("/chart"))
                .isPresent();
    }

    private boolean picture(Xml shape, String part, List<Block> into) {
        var found = shape.at("blipFill", "blip")
                .flatMap(blip -> blip.attribute("r:embed"))
                .flatMap(id -> Optional.ofNullable(parts.targets(part).get(id)))
                .filter(target -> !target.external())
                .map(OfficeParts.Target::address)
                .map(address -> pictures.take(address, () -> parts.stream(address)));
        found.ifPresent(taken -> into.add(collected.picture(taken, description(shape))));
        return found.filter(taken -> !taken.file().isEmpty()).isPresent();
    }

    private static String description(Xml shape) {
        return Pictures.described(shape.within("cNvPr")
                .findFirst()
                .flatMap(p -> p.attribute("descr").filter(d -> !d.isBlank()).or(() -> p.attribute("title"))));
    }

    private static String described(Xml shape) {
        return shape.within("cNvPr")
                .findFirst()
                .flatMap(p -> p.attribute("descr").or(() -> p.attribute("name")))
                .orElse("");
    }

    private Table table(Xml table, String part) {
        var place = collected.next();
        List<List<Cell>> rows = table.all("tr")
                .map(row -> row.all("tc")
                        .filter(cell -> cell.attribute("hMerge")
                                .filter(m -> !m.equals("0"))
                                .isEmpty())
                        .map(cell -> {
                            List<Block> blocks = new ArrayList<>();
                            text(cell, part, false, blocks);
                            return new Cell(
                                    blocks,
                                    Math.clamp(
                                            cell.attribute("gridSpan")
                                                    .flatMap(Xml::toNumber)
                                                    .orElse(1),
                                            1,
                                            100),
                                    cell.attribute("vMerge")
                                            .filter(m -> !m.equals("0"))
                                            .isPresent());
                        })
                        .toList())
                .toList();
        return new Table(place, rows);
    }

    private static Stream<Xml> paragraphs(Xml shape) {
        return shape.child("txBody").stream().flatMap(body -> body.all("p"));
    }

    /** @param listed whether paragraphs have bullets unless they say that they have none */
    private void text(Xml shape, String part, boolean listed, List<Block> into) {
        int[] counts = new int[10];
        paragraphs(shape).forEach(p -> {
            var properties = p.child("pPr");
            int level = Math.clamp(
                    properties
                            .flatMap(x -> x.attribute("lvl"))
                            .flatMap(Xml::toNumber)
                            .orElse(0),
                    0,
                    8);
            var runs = runs(p, part);
            if (Runs.text(runs).isEmpty()) {
                return;
            }
            var numbered = properties.flatMap(x -> x.child("buAutoNum"));
            boolean none = properties.flatMap(x -> x.child("buNone")).isPresent();
            boolean own = properties.flatMap(x -> x.child("buChar")).isPresent();
            String label = "";
            if (numbered.isPresent()) {
                label = automatic(numbered.get(), ++counts[level]);
            } else if (own || listed && !none) {
                label = "-";
            }
            collected.add(new Paragraph(collected.next(), 0, label, level, false, runs), into);
        });
    }

    private static String automatic(Xml scheme, int count) {
        var type = scheme.attribute("type").orElse("arabicPeriod");
        int value =
                count - 1 + scheme.attribute("startAt").flatMap(Xml::toNumber).orElse(1);
        var format = type.startsWith("romanUc")
                ? "upperRoman"
                : type.startsWith("romanLc")
                        ? "lowerRoman"
                        : type.startsWith("alphaUc")
                                ? "upperLetter"
                                : type.startsWith("alphaLc") ? "lowerLetter" : "decimal";
        var number = Counters.number(format, value);
        return type.endsWith("ParenBoth") ? "(" + number + ")" : number + (type.endsWith("ParenR") ? ")" : ".");
    }

    private List<Run> runs(Xml paragraph, String part) {
        List<Run> runs = new ArrayList<>();
        for (var child : paragraph.children()) {
            switch (child.name()) {
                case "r", "fld" -> run(child, part).ifPresent(runs::add);
                case "br" -> runs.add(Run.plain("\n"));
                default -> {}
            }
        }
        return runs;
    }

    private Optional<Run> run(Xml run, String part) {
        var properties = run.child("rPr");
        var font = properties
                .flatMap(p -> p.child("latin"))
                .flatMap(f -> f.attribute("typeface"))
                .orElse("");
        var link = properties
                .flatMap(p -> p.child("hlinkClick"))
                .flatMap(l -> l.attribute("r:id"))
                .flatMap(id -> Optional.ofNullable(parts.targets(part).get(id)))
                .map(OfficeParts.Target::address)
                .orElse("");
        return run.child("t")
                .map(t -> new Run(
                        Legacy.ofFont(font).decode(t.text()),
                        is(properties, "b"),
                        is(properties, "i"),
                        properties
                                .flatMap(p -> p.attribute("strike"))
                                .filter(s -> !s.equals("noStrike"))
                                .isPresent(),
                        link,
                        0));
    }

    private static boolean is(Optional<Xml> properties, String what) {
        return properties
                .flatMap(p -> p.attribute(what))
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }
}
