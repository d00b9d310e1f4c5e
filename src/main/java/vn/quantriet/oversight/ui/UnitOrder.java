package vn.quantriet.oversight.ui;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import vn.quantriet.oversight.Completion;
import vn.quantriet.oversight.Rollout.UnitRow;
import vn.quantriet.ui.Translations;

/** The order of the units below. The lowest rate comes first unless asked otherwise: it is where a secretary is needed. */
enum UnitOrder {
    LOWEST_RATE("ty-le", byRate()),
    HIGHEST_RATE("ty-le-giam", byRate().reversed()),
    NAME("ten", byName()),
    NAME_BACKWARDS("ten-giam", byName().reversed());

    private final String slug;
    private final Comparator<UnitRow> comparator;

    UnitOrder(String slug, Comparator<UnitRow> comparator) {
        this.slug = slug;
        this.comparator = comparator;
    }

    /** @throws IllegalArgumentException when there is no such order */
    static UnitOrder of(String slug) {
        return Arrays.stream(values())
                .filter(order -> order.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected an order, got " + slug));
    }

    String slug() {
        return slug;
    }

    /** Units that owe nothing come last in every order by rate: they have none. */
    Comparator<UnitRow> comparator() {
        return this == NAME || this == NAME_BACKWARDS
                ? comparator
                : Comparator.comparing((UnitRow row) -> !row.completion().isOwed())
                        .thenComparing(comparator)
                        .thenComparing(NAME.comparator);
    }

    private static Comparator<UnitRow> byRate() {
        return Comparator.comparing(UnitRow::completion, UnitOrder::compareRates);
    }

    /** Compares a/b with c/d by a·d with c·b, without rounding. */
    private static int compareRates(Completion one, Completion other) {
        return Long.compare(one.completed() * other.owed(), other.completed() * one.owed());
    }

    private static Comparator<UnitRow> byName() {
        var vietnamese = Collator.getInstance(Translations.VIETNAMESE);
        return Comparator.comparing(row -> row.unit().name(), vietnamese::compare);
    }
}
