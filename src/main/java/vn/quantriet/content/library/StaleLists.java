package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister.Stale;

/**
 * What one change of the library does to the lists of citations to be looked at again: what cites a clause that has changed goes on
 * the list, and what was itself changed goes off. Pure.
 */
final class StaleLists {
    private static final Comparator<Stale> BY_PLACE = Comparator.<Stale, String>comparing(
                    stale -> stale.from().substring(0, stale.from().indexOf('#')))
            .thenComparingInt(stale -> number(stale.from()))
            .thenComparing(stale -> stale.clause().value());

    private final Map<String, List<CitingItem>> before = new HashMap<>();
    private final Map<String, List<CitingItem>> after = new HashMap<>();
    private final Set<String> changedFiles;

    /**
     * @param changedFiles paths below the library folder of the files that changed
     * @param before what they held; of other files nothing is needed
     * @param after what they hold now, and every other thing that cites a clause that has changed
     */
    StaleLists(Set<String> changedFiles, Collection<CitingItem> before, Collection<CitingItem> after) {
        this.changedFiles = changedFiles;
        before.forEach(item ->
                this.before.computeIfAbsent(item.file(), f -> new ArrayList<>()).add(item));
        after.forEach(item ->
                this.after.computeIfAbsent(item.file(), f -> new ArrayList<>()).add(item));
    }

    /** The list of one text. @param outdated its clauses that now say something else, or are no more */
    List<Stale> of(ResolutionId text, List<Stale> list, Set<ClauseId> outdated) {
        Set<Stale> now = new LinkedHashSet<>();
        for (var stale : list) {
            var path = path(text, stale.from());
            if (!changedFiles.contains(path)) {
                now.add(stale);
            } else {
                find(before, path, number(stale.from()))
                        .flatMap(this::unchanged)
                        .ifPresent(item -> now.add(new Stale(from(text, item), stale.clause())));
            }
        }
        for (var items : after.values()) {
            for (var item : items) {
                for (var clause : outdated) {
                    if (item.cites().contains(new ClauseRef(text, clause)) && wasThere(item)) {
                        now.add(new Stale(from(text, item), clause));
                    }
                }
            }
        }
        return now.stream().sorted(BY_PLACE).toList();
    }

    /** The item as it stands now, when it says what it said. */
    private Optional<CitingItem> unchanged(CitingItem old) {
        return after.getOrDefault(old.file(), List.of()).stream()
                .filter(item -> item.words().equals(old.words()))
                .findFirst();
    }

    private boolean wasThere(CitingItem item) {
        return !changedFiles.contains(item.file())
                || before.getOrDefault(item.file(), List.of()).stream()
                        .anyMatch(old -> old.words().equals(item.words()));
    }

    private static Optional<CitingItem> find(Map<String, List<CitingItem>> items, String path, int number) {
        return items.getOrDefault(path, List.of()).stream()
                .filter(item -> item.number() == number)
                .findFirst();
    }

    /** The citing file's path below the library folder. */
    static String path(ResolutionId text, String from) {
        var file = from.substring(0, from.indexOf('#'));
        boolean own = !file.contains("/") || file.startsWith(Manuscript.DECKS);
        return own ? text + "/" + file : file;
    }

    static int number(String from) {
        return Integer.parseInt(from.substring(from.indexOf('#') + 1));
    }

    private static String from(ResolutionId text, CitingItem item) {
        var own = text + "/";
        var file = item.file().startsWith(own) ? item.file().substring(own.length()) : item.file();
        return file + "#" + item.number();
    }

    /** The texts whose lists may name one of these files. */
    static Set<ResolutionId> concerned(Set<String> changedFiles, Map<ResolutionId, List<Stale>> lists) {
        Set<ResolutionId> texts = new HashSet<>();
        lists.forEach((text, list) -> {
            if (list.stream().anyMatch(stale -> changedFiles.contains(path(text, stale.from())))) {
                texts.add(text);
            }
        });
        return texts;
    }
}
