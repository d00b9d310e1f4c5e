package vn.quantriet.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measurements of one thing. */
final class Figures {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    void addAll(Figures others) {
        values.addAll(others.values);
    }

    double median() {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The smallest value that so many percent do not exceed. */
    double percentile(int percent) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    /** Median, smallest and largest, with one decimal. */
    String row(String name, String unit) {
        return String.format(
                Locale.ROOT,
                "%-34s %9.1f %-3s (%.1f – %.1f, %d runs)",
                name,
                median(),
                unit,
                Collections.min(values),
                Collections.max(values),
                values.size());
    }
}
