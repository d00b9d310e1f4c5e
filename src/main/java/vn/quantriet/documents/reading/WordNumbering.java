package vn.quantriet.documents.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.quantriet.documents.reading.Counters.Level;

/** The automatic lists of a Word file. One for each reading, since it counts. */
final class WordNumbering {
    private final Map<Integer, Xml> nums = new HashMap<>();
    private final Map<Integer, Xml> abstracts = new HashMap<>();
    private final Counters counters = new Counters();
    private final WordStyles styles;

    WordNumbering(Optional<Xml> part, WordStyles styles) {
        this.styles = styles;
        part.ifPresent(root -> {
            root.all("num").forEach(num -> id(num, "numId").ifPresent(id -> nums.put(id, num)));
            root.all("abstractNum").forEach(a -> id(a, "abstractNumId").ifPresent(id -> abstracts.put(id, a)));
        });
    }

    private static Optional<Integer> id(Xml element, String attribute) {
        return element.attribute(attribute).flatMap(Xml::toNumber);
    }

    /** The level of a list that belongs to a style. */
    int levelOf(int num, String style) {
        return list(num)
                .flatMap(list -> list.all("lvl")
                        .filter(level ->
                                level.value("pStyle").filter(style::equals).isPresent())
                        .findFirst())
                .flatMap(level -> id(level, "ilvl"))
                .orElse(0);
    }

    /** The number or bullet of the next paragraph in the list {@code num}; empty when there is none to print. */
    String next(int num, int depth) {
        var found = Optional.ofNullable(nums.get(num));
        var list = list(num);
        if (found.isEmpty() || list.isEmpty()) {
            return "";
        }
        Map<Integer, Integer> starts = new HashMap<>();
        var levels = levels(list.get());
        found.get()
                .all("lvlOverride")
                .forEach(change -> id(change, "ilvl").ifPresent(level -> {
                    change.number("startOverride").ifPresent(start -> starts.put(level, start));
                    change.child("lvl").ifPresent(own -> levels.put(level, level(own)));
                }));
        var shared = list.get().attribute("abstractNumId").orElse("");
        return counters.next(shared, String.valueOf(num), starts, levels, depth);
    }

    private Optional<Xml> list(int num) {
        return Optional.ofNullable(nums.get(num))
                .flatMap(n -> n.number("abstractNumId"))
                .flatMap(a -> Optional.ofNullable(abstracts.get(a)))
                .map(list -> list.value("numStyleLink")
                        .flatMap(styles::listNumbering)
                        .flatMap(other -> Optional.ofNullable(nums.get(other)))
                        .flatMap(n -> n.number("abstractNumId"))
                        .flatMap(a -> Optional.ofNullable(abstracts.get(a)))
                        .orElse(list));
    }

    private static TreeMap<Integer, Level> levels(Xml list) {
        TreeMap<Integer, Level> levels = new TreeMap<>();
        list.all("lvl").forEach(level -> id(level, "ilvl").ifPresent(depth -> levels.put(depth, level(level))));
        return levels;
    }

    private static Level level(Xml level) {
        return new Level(
                level.number("start").orElse(1),
                // Newer files wrap the format in a choice of which only the simple part is of use.
                level.value("numFmt")
                        .or(() -> level.within("numFmt")
                                .flatMap(f -> f.attribute("val").stream())
                                .findFirst())
                        .orElse("decimal"),
                level.value("lvlText").orElse(""),
                level.number("lvlRestart").orElse(-1),
                level.on("isLgl").orElse(false));
    }
}
