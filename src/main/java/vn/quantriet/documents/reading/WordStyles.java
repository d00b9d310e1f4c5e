package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The styles of a Word file: what a paragraph or its letters are when they do not say it themselves. */
final class WordStyles {
    private static final int LONGEST_CHAIN = 20;
    private static final Pattern HEADING = Pattern.compile("(?:heading|tiêu đề|đầu đề) ([1-9])");

    private final Map<String, Xml> styles = new HashMap<>();
    private final Optional<Xml> defaults;
    private String usual = "";

    WordStyles(Optional<Xml> part) {
        this.defaults = part.flatMap(root -> root.at("docDefaults", "rPrDefault", "rPr"));
        part.ifPresent(root -> root.all("style").forEach(style -> {
            var id = style.attribute("styleId").orElse("");
            styles.put(id, style);
            if (style.attribute("type").filter("paragraph"::equals).isPresent()
                    && style.attribute("default").filter("1"::equals).isPresent()) {
                usual = id;
            }
        }));
    }

    /** The style that paragraphs have which name none. */
    String usual() {
        return usual;
    }

    private <T> Optional<T> inherited(String style, Function<Xml, Optional<T>> property) {
        for (var step : chain(style)) {
            var found = property.apply(step);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Xml> chain(String style) {
        List<Xml> chain = new ArrayList<>();
        Optional<String> id = Optional.of(style);
        while (id.isPresent() && chain.size() < LONGEST_CHAIN) {
            var found = Optional.ofNullable(styles.get(id.get()));
            found.ifPresent(chain::add);
            id = found.flatMap(f -> f.value("basedOn"));
        }
        return chain;
    }

    /** From 1 for a heading; 0 for what is none. */
    int outline(String style) {
        int byLevel = inherited(style, s -> s.at("pPr").flatMap(p -> p.number("outlineLvl")))
                .filter(level -> level >= 0 && level < 9)
                .map(level -> level + 1)
                .orElse(0);
        return byLevel > 0 ? byLevel : inherited(style, this::headingByName).orElse(0);
    }

    private Optional<Integer> headingByName(Xml style) {
        return style.value("name")
                .map(name -> HEADING.matcher(name.toLowerCase(Locale.ROOT)))
                .filter(name -> name.matches())
                .map(name -> Integer.parseInt(name.group(1)));
    }

    boolean isContents(String style) {
        return inherited(style, s -> s.value("name"))
                .map(name -> name.toLowerCase(Locale.ROOT).matches("toc (?:[1-9]|heading)|contents.*"))
                .orElse(false);
    }

    boolean isCentred(String style) {
        return inherited(style, s -> s.at("pPr").flatMap(p -> p.value("jc")))
                .filter("center"::equals)
                .isPresent();
    }

    /** @param level absent when the numbering says which level belongs to the style */
    record Numbered(int num, Optional<Integer> level, String style) {}

    /** The numbering that comes with a style; of the style itself or of one it is based on. */
    Optional<Numbered> numbering(String style) {
        Optional<Integer> level = Optional.empty();
        for (var step : chain(style)) {
            var found = step.at("pPr", "numPr");
            if (level.isEmpty()) {
                level = found.flatMap(n -> n.number("ilvl"));
            }
            var num = found.flatMap(n -> n.number("numId"));
            if (num.isPresent()) {
                return Optional.of(
                        new Numbered(num.get(), level, step.attribute("styleId").orElse("")));
            }
        }
        return Optional.empty();
    }

    /** The numbering that a list style stands for. */
    Optional<Integer> listNumbering(String style) {
        return Optional.ofNullable(styles.get(style))
                .flatMap(s -> s.at("pPr", "numPr"))
                .flatMap(n -> n.number("numId"));
    }

    boolean on(String property, Optional<Xml> own, String letters, String paragraph) {
        return own.flatMap(o -> o.on(property))
                .or(() -> inherited(letters, s -> s.at("rPr").flatMap(r -> r.on(property))))
                .or(() -> inherited(paragraph, s -> s.at("rPr").flatMap(r -> r.on(property))))
                .or(() -> defaults.flatMap(d -> d.on(property)))
                .orElse(false);
    }

    /** Name of the font; empty when only a theme names it. */
    String font(Optional<Xml> own, String letters, String paragraph) {
        return own.flatMap(WordStyles::fontIn)
                .or(() -> inherited(letters, s -> s.at("rPr").flatMap(WordStyles::fontIn)))
                .or(() -> inherited(paragraph, s -> s.at("rPr").flatMap(WordStyles::fontIn)))
                .or(() -> defaults.flatMap(WordStyles::fontIn))
                .orElse("");
    }

    private static Optional<String> fontIn(Xml properties) {
        return properties
                .child("rFonts")
                .flatMap(fonts -> fonts.attribute("hAnsi").or(() -> fonts.attribute("ascii")));
    }
}
