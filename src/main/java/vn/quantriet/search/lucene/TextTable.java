package vn.quantriet.search.lucene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Facet.Force;

/**
 * What search needs to know of each text today, by its number among {@link TextNumbers}. A text that the library does not hold
 * counts as in force, and as older than all others.
 */
final class TextTable {
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> valueNumbers = new HashMap<>();
    private final Row[] rows;
    private final Row unknown;
    private final int[] newestFirst;

    TextTable(List<Resolution> texts, Relations relations) {
        unknown = new Row(LocalDate.EPOCH, Force.IN_FORCE, new int[] {
            number(new Value(Facet.FORCE, Force.IN_FORCE.name()))
        });
        texts.forEach(text -> TextNumbers.of(text.id()));
        rows = new Row[TextNumbers.count()];
        texts.forEach(text -> rows[TextNumbers.of(text.id())] = row(text, force(relations.validity(text.id()))));
        newestFirst = texts.stream()
                .sorted(Comparator.comparing(Resolution::issued)
                        .reversed()
                        .thenComparing(text -> text.id().value()))
                .mapToInt(text -> TextNumbers.of(text.id()))
                .toArray();
    }

    /** A value of a facet that tells of texts. */
    record Value(Facet facet, String name) {}

    private record Row(LocalDate issued, Force force, int[] values) {}

    LocalDate issued(ResolutionId text) {
        return row(TextNumbers.of(text)).issued();
    }

    Force force(ResolutionId text) {
        return row(TextNumbers.of(text)).force();
    }

    /** All values that any text has; their places here are their numbers. Not to be changed. */
    List<Value> values() {
        return values;
    }

    /** Numbers of the values of a text. Not to be changed. */
    int[] values(int text) {
        return row(text).values();
    }

    /** Those of the library by date of issue, then the others. */
    IntStream newestFirst() {
        return IntStream.concat(
                IntStream.of(newestFirst),
                IntStream.range(0, TextNumbers.count()).filter(text -> known(text) == null));
    }

    private Row row(int text) {
        Row row = known(text);
        return row == null ? unknown : row;
    }

    private @Nullable Row known(int text) {
        return text < rows.length ? rows[text] : null;
    }

    private Row row(Resolution text, Force force) {
        IntStream.Builder numbers = IntStream.builder();
        List<Value> told = new ArrayList<>(List.of(
                new Value(Facet.DOCUMENT, text.kind().name()),
                new Value(Facet.ISSUER, text.issuer()),
                new Value(Facet.YEAR, String.valueOf(text.issued().getYear())),
                new Value(Facet.FORCE, force.name())));
        text.topics().stream().distinct().forEach(topic -> told.add(new Value(Facet.TOPIC, topic)));
        told.stream().filter(value -> !value.name().isEmpty()).forEach(value -> numbers.add(number(value)));
        return new Row(text.issued(), force, numbers.build().toArray());
    }

    private int number(Value value) {
        return valueNumbers.computeIfAbsent(value, v -> {
            values.add(v);
            return values.size() - 1;
        });
    }

    private static Force force(Validity validity) {
        return switch (validity) {
            case Validity.InForce ignored -> Force.IN_FORCE;
            case Validity.NotYet ignored -> Force.NOT_YET;
            case Validity.Expired ignored -> Force.ENDED;
            case Validity.Replaced ignored -> Force.ENDED;
        };
    }
}
