package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;

/** Works out which registers say something else after a change of the library. Reads, and changes nothing. */
final class Registers {
    private final Shelves shelves;
    private final Function<Shelved, List<CitingItem>> items;

    /** @param items all that cites clauses in a text's files in service */
    Registers(Shelves shelves, Function<Shelved, List<CitingItem>> items) {
        this.shelves = shelves;
        this.items = items;
    }

    /**
     * A change.
     *
     * @param texts those whose files change
     * @param registers of texts whose clauses were identified anew, before their lists are brought up to date
     * @param outdated clauses by text that say something else now, or are no more
     * @param changedFiles paths below the library folder
     * @param before what cited clauses in the files that change; likewise {@code after}
     */
    record Change(
            Set<ResolutionId> texts,
            Map<ResolutionId, ClauseRegister> registers,
            Map<ResolutionId, Set<ClauseId>> outdated,
            Set<String> changedFiles,
            Collection<CitingItem> before,
            Collection<CitingItem> after) {

        /** What reading some folders again has changed. */
        static Change between(
                Shelves before, Shelves after, Collection<String> names, Function<Shelved, List<CitingItem>> items) {
            Map<ResolutionId, Set<ClauseId>> outdated = new HashMap<>();
            Set<ResolutionId> texts = new HashSet<>();
            Set<String> files = new HashSet<>();
            for (var name : names) {
                var id = ResolutionId.isValid(name)
                        ? Optional.of(new ResolutionId(name))
                        : Optional.<ResolutionId>empty();
                var now = id.flatMap(after::find);
                now.filter(shelved -> !shelved.outdated().isEmpty()).ifPresent(shelved -> {
                    texts.add(shelved.id());
                    outdated.put(shelved.id(), shelved.outdated());
                });
                var changed = id.flatMap(before::find)
                        .map(old -> changedFiles(old, now))
                        .orElse(Set.of());
                if (!changed.isEmpty()) {
                    id.ifPresent(texts::add);
                    files.addAll(changed);
                }
            }
            boolean idle = outdated.isEmpty()
                    && StaleLists.concerned(files, after.stale()).isEmpty();
            return new Change(
                    texts,
                    Map.of(),
                    outdated,
                    idle ? Set.of() : files,
                    idle ? List.of() : items(before, texts, items),
                    idle ? List.of() : items(after, texts, items));
        }

        private static List<CitingItem> items(
                Shelves shelves, Set<ResolutionId> texts, Function<Shelved, List<CitingItem>> items) {
            return texts.stream()
                    .flatMap(id -> shelves.find(id).stream())
                    .flatMap(shelved -> items.apply(shelved).stream())
                    .toList();
        }

        private static Set<String> changedFiles(Shelved old, Optional<Shelved> now) {
            Map<String, ObjectId> after = now.map(Shelved::served).orElse(Map.of());
            Set<String> names = new HashSet<>(old.served().keySet());
            names.addAll(after.keySet());
            return names.stream()
                    .filter(name -> !name.equals(Manuscript.TEXT) && !name.equals(ClauseRegister.FILE))
                    .filter(name -> !Objects.equals(old.served().get(name), after.get(name)))
                    .map(name -> old.id() + "/" + name)
                    .collect(Collectors.toSet());
        }
    }

    /** The registers of all texts to which {@code change} makes a difference. */
    Map<ResolutionId, ClauseRegister> after(Change change) {
        Set<ResolutionId> concerned = new HashSet<>(StaleLists.concerned(change.changedFiles(), shelves.stale()));
        concerned.addAll(change.outdated().keySet());
        List<CitingItem> after = new ArrayList<>(change.after());
        after.addAll(itemsOfOthers(change));
        var stale = new StaleLists(change.changedFiles(), change.before(), after);
        Map<ResolutionId, ClauseRegister> found =
                new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        found.putAll(change.registers());
        for (var id : concerned) {
            var register = found.containsKey(id)
                    ? found.get(id)
                    : shelves.find(id).map(Shelved::register).orElse(ClauseRegister.NONE);
            found.put(
                    id,
                    register.withStale(
                            stale.of(id, register.stale(), change.outdated().getOrDefault(id, Set.of()))));
        }
        return found;
    }

    private List<CitingItem> itemsOfOthers(Change change) {
        return shelves.texts().values().stream()
                .filter(shelved -> !change.texts().contains(shelved.id()))
                .filter(shelved -> shelved.elsewhere().stream()
                        .anyMatch(citation -> change.outdated()
                                .getOrDefault(citation.ref().resolution(), Set.of())
                                .contains(citation.ref().clause())))
                .flatMap(shelved -> items.apply(shelved).stream())
                .toList();
    }
}
