package vn.quantriet.documents.writing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that look the same and lead to the same place.
 *
 * @param text a line feed is a break of the line
 * @param link as written in the library: {@code clause:…}, {@code fact:…}, {@code files/…} or {@code https:…}, or
 *     {@code !files/…} for a picture
 */
record Run(String text, Set<Look> looks, Optional<String> link) {
    /** How words can stand out. */
    enum Look {
        BOLD,
        ITALIC,
        STRUCK,
        CODE
    }

    Run {
        looks = Set.copyOf(looks);
    }

    static Run plain(String text) {
        return new Run(text, Set.of(), Optional.empty());
    }

    Run with(Look look) {
        var more = EnumSet.of(look);
        more.addAll(looks);
        return new Run(text, more, link);
    }

    Run without(Look look) {
        var fewer = EnumSet.noneOf(Look.class);
        fewer.addAll(looks);
        fewer.remove(look);
        return new Run(text, fewer, link);
    }

    Run saying(String words) {
        return new Run(words, looks, link);
    }

    private boolean isLike(Run other) {
        return looks.equals(other.looks) && link.equals(other.link);
    }

    static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The same words in as few runs as can be, without spaces at either end. */
    static List<Run> tidy(List<Run> runs) {
        List<Run> tidy = new ArrayList<>();
        for (var run : runs) {
            if (run.text().isEmpty()) {
                continue;
            }
            if (!tidy.isEmpty() && tidy.getLast().isLike(run)) {
                tidy.add(run.saying(tidy.removeLast().text() + run.text()));
            } else {
                tidy.add(run);
            }
        }
        while (!tidy.isEmpty() && tidy.getFirst().text().isBlank()) {
            tidy.removeFirst();
        }
        while (!tidy.isEmpty() && tidy.getLast().text().isBlank()) {
            tidy.removeLast();
        }
        if (!tidy.isEmpty()) {
            tidy.addFirst(tidy.getFirst().saying(tidy.removeFirst().text().stripLeading()));
            tidy.add(tidy.getLast().saying(tidy.removeLast().text().stripTrailing()));
        }
        return List.copyOf(tidy);
    }
}
