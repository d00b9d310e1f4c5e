package vn.quantriet.content.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the front matter. Every reader reports what is wrong with its key and answers as if it were absent, so that
 * one pass finds everything.
 */
final class Keys {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern INTEGER = Pattern.compile("\\d{1,6}");

    private final Findings findings;
    private final FrontMatter matter;
    private final int start;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /** @param start where to report a missing key */
    Keys(Findings findings, FrontMatter matter, MappingNode mapping, int start) {
        this.findings = findings;
        this.matter = matter;
        this.start = start;
        for (var tuple : mapping.getValue()) {
            int place = matter.positionOf(tuple.getKeyNode());
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.putIfAbsent(key, tuple.getValueNode()) == null) {
                places.put(key, place);
            } else {
                findings.report(place, "key-twice", key);
            }
        }
    }

    /** Reports every other key. */
    Keys allow(String... keys) {
        var allowed = Arrays.asList(keys);
        places.forEach((key, place) -> {
            if (!allowed.contains(key)) {
                var unused =
                        allowed.stream().filter(k -> !places.containsKey(k)).toList();
                Nearest.to(key, unused)
                        .ifPresentOrElse(
                                meant -> findings.report(place, "key-unknown-near", key, meant),
                                () -> findings.report(place, "key-unknown", key, String.join(", ", allowed)));
            }
        });
        return this;
    }

    /** The keys of the mapping under {@code key} with their places in the file; empty when there is none. */
    Map<String, Integer> placesWithin(String key) {
        return values.get(key) instanceof MappingNode mapping
                ? new Keys(new Findings(findings.file(), findings.text()), matter, mapping, start).places
                : Map.of();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A mapping of names to words, empty when the key is absent. */
    Map<String, String> words(String key, int longest) {
        var node = values.get(key);
        if (node == null) {
            return Map.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        keys(key, node, placeOf(key))
                .ifPresent(inner -> inner.values.forEach(
                        (name, value) -> inner.text(name, value, longest).ifPresent(words -> found.put(name, words))));
        return found;
    }

    int placeOf(String key) {
        return places.getOrDefault(key, start);
    }

    Optional<String> text(String key, int longest) {
        return required(key).flatMap(node -> text(key, node, longest));
    }

    List<String> texts(String key, int longest) {
        return required(key).map(node -> items(key, node)).orElse(List.of()).stream()
                .flatMap(item -> text(key, item, longest).stream())
                .toList();
    }

    Optional<LocalDate> date(String key) {
        return required(key).flatMap(node -> date(key, node));
    }

    Optional<LocalDate> optionalDate(String key) {
        return Optional.ofNullable(values.get(key)).flatMap(node -> date(key, node));
    }

    /** Reports {@code key} when its day is not after {@code bound}, the one of {@code other}. */
    void after(String key, LocalDate day, String other, LocalDate bound) {
        if (!day.isAfter(bound)) {
            findings.report(placeOf(key), "value-after", key, day, other, bound);
        }
    }

    /** Reports {@code key} when its day is before {@code bound}, the one of {@code other}. */
    void notBefore(String key, LocalDate day, String other, LocalDate bound) {
        if (day.isBefore(bound)) {
            findings.report(placeOf(key), "value-before", key, day, other, bound);
        }
    }

    OptionalInt number(String key, int least, int most) {
        return required(key).map(node -> number(key, node, least, most)).orElse(OptionalInt.empty());
    }

    OptionalInt optionalNumber(String key, int least, int most) {
        return Optional.ofNullable(values.get(key))
                .map(node -> number(key, node, least, most))
                .orElse(OptionalInt.empty());
    }

    /** A constant of {@code type}, written in lower case. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return required(key).flatMap(node -> {
            var got = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            var constants = Arrays.asList(type.getEnumConstants());
            var found = constants.stream().filter(c -> written(c).equals(got)).findFirst();
            if (found.isEmpty()) {
                var expected = constants.stream().map(Keys::written).toList();
                Nearest.to(got, expected)
                        .ifPresentOrElse(
                                meant -> findings.report(matter.positionOf(node), "value-choice-near", key, got, meant),
                                () -> findings.report(
                                        matter.positionOf(node),
                                        "value-choice",
                                        key,
                                        got,
                                        String.join(", ", expected)));
            }
            return found;
        });
    }

    /** A list of mappings, empty when the key is absent. */
    List<Keys> list(String key) {
        var node = values.get(key);
        if (node == null) {
            return List.of();
        }
        return items(key, node).stream()
                .flatMap(item -> keys(key, item, matter.positionOf(item)).stream())
                .toList();
    }

    /** A mapping whose keys are names and whose values are mappings, empty when the key is absent. */
    Map<String, Keys> named(String key) {
        var node = values.get(key);
        if (node == null) {
            return Map.of();
        }
        Map<String, Keys> found = new LinkedHashMap<>();
        keys(key, node, placeOf(key))
                .ifPresent(inner -> inner.values.forEach(
                        (name, value) -> keys(name, value, inner.placeOf(name)).ifPresent(k -> found.put(name, k))));
        return found;
    }

    private Optional<Node> required(String key) {
        var node = Optional.ofNullable(values.get(key));
        if (node.isEmpty()) {
            findings.report(start, "key-missing", key);
        }
        return node;
    }

    private Optional<String> text(String key, Node node, int longest) {
        if (!(node instanceof ScalarNode scalar)) {
            findings.report(matter.positionOf(node), "value-text", key);
            return Optional.empty();
        }
        var got = scalar.getValue().strip();
        if (got.isEmpty()) {
            findings.report(matter.positionOf(node), "value-empty", key);
        } else if (!scalar.getTag().equals(Tag.STR) && !scalar.getTag().equals(Tag.TIMESTAMP)) {
            findings.report(matter.positionOf(node), "value-text-quoted", key, got);
        } else if (got.length() > longest) {
            findings.report(matter.positionOf(node), "value-long", key, got.length(), longest);
        } else {
            return Optional.of(SPACES.matcher(got).replaceAll(" "));
        }
        return Optional.empty();
    }

    private Optional<LocalDate> date(String key, Node node) {
        var got = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        try {
            if (DATE.matcher(got).matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(got, 0, 4, 10),
                        Integer.parseInt(got, 5, 7, 10),
                        Integer.parseInt(got, 8, 10, 10)));
            }
        } catch (DateTimeException e) {
            // A day that no calendar has is reported like a wrong form.
        }
        findings.report(matter.positionOf(node), "value-date", key, got);
        return Optional.empty();
    }

    private OptionalInt number(String key, Node node, int least, int most) {
        var got = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        if (node.getTag().equals(Tag.STR) && INTEGER.matcher(got).matches()) {
            findings.report(matter.positionOf(node), "value-number-quoted", key, got);
            return OptionalInt.empty();
        }
        if (INTEGER.matcher(got).matches()) {
            int value = Integer.parseInt(got);
            if (value >= least && value <= most) {
                return OptionalInt.of(value);
            }
        }
        findings.report(matter.positionOf(node), "value-number", key, got, least, most);
        return OptionalInt.empty();
    }

    private List<Node> items(String key, Node node) {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return new ArrayList<>(sequence.getValue());
        }
        findings.report(matter.positionOf(node), "value-list", key);
        return List.of();
    }

    private Optional<Keys> keys(String key, Node node, int place) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Keys(findings, matter, mapping, place));
        }
        findings.report(matter.positionOf(node), "value-keys", key);
        return Optional.empty();
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
