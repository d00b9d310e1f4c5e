package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ClauseRegister.Stale;

/**
 * The whole library at one moment. Never changes; the next moment is another, made from this one in the time that the change takes
 * and not the library.
 *
 * @param strangers folders with Markdown whose names can be no text's
 * @param wrong problems by text, of the texts that have any
 * @param circles of texts that say they replace each other
 */
record Shelves(
        Map<ResolutionId, Shelved> texts,
        List<Resolution> newestFirst,
        Set<String> strangers,
        Map<ResolutionId, List<Problem>> wrong,
        List<Problem> circles,
        List<Problem> problems) {
    private static final Comparator<Resolution> NEWEST_FIRST = Comparator.comparing(Resolution::issued)
            .reversed()
            .thenComparing(resolution -> resolution.id().value());
    static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    /** Above this share of the texts all are put in order anew. */
    private static final int FEW = 16;

    static final Shelves EMPTY = new Shelves(Map.of(), List.of(), Set.of(), Map.of(), List.of(), List.of());

    /**
     * The library after some folders were read again.
     *
     * @param names of the folders
     * @param read those that are there and are texts
     * @param strange those that are there and can be no texts
     */
    Shelves with(Collection<String> names, Collection<Shelved> read, Collection<String> strange) {
        var after = new HashMap<>(texts);
        Set<ResolutionId> touched = new HashSet<>();
        for (var name : names) {
            if (ResolutionId.isValid(name)) {
                var id = new ResolutionId(name);
                touched.add(id);
                after.remove(id);
            }
        }
        read.forEach(shelved -> after.put(shelved.id(), shelved));
        Set<String> strangersAfter = new TreeSet<>(strangers);
        names.forEach(strangersAfter::remove);
        strangersAfter.addAll(strange);
        var wrongAfter = wrong(after, touched);
        var order = inOrder(after, touched);
        var circlesAfter =
                order == newestFirst ? circles : Replacements.of(order).problems();
        boolean same = wrongAfter.equals(wrong) && strangersAfter.equals(strangers) && circlesAfter.equals(circles);
        return new Shelves(
                Collections.unmodifiableMap(after),
                order,
                Collections.unmodifiableSet(strangersAfter),
                Collections.unmodifiableMap(wrongAfter),
                circlesAfter,
                same ? problems : problems(strangersAfter, wrongAfter, circlesAfter));
    }

    Optional<Shelved> find(ResolutionId id) {
        return Optional.ofNullable(texts.get(id));
    }

    Optional<Resolution> resolution(ResolutionId id) {
        return find(id).flatMap(Shelved::resolution);
    }

    /** The version that readers see, if they see any. */
    Optional<String> version(ResolutionId id) {
        return find(id).flatMap(Shelved::listing).map(Listing::version);
    }

    /** The lists of citations to be looked at again, of texts where there are any. */
    Map<ResolutionId, List<Stale>> stale() {
        Map<ResolutionId, List<Stale>> lists = new HashMap<>();
        texts.forEach((id, shelved) -> {
            if (!shelved.register().stale().isEmpty()) {
                lists.put(id, shelved.register().stale());
            }
        });
        return lists;
    }

    /** Whether the file at a path below the library folder is right as it is. */
    boolean isGood(String path) {
        return at(path).filter(shelved -> shelved.good().contains(path.substring(path.indexOf('/') + 1)))
                .isPresent();
    }

    /** Whether a file that is gone must not be committed as gone: a text stays in service as long as its folder is there. */
    boolean isKept(String path) {
        return at(path).isPresent() && path.endsWith("/" + Manuscript.TEXT);
    }

    private Optional<Shelved> at(String path) {
        int slash = path.indexOf('/');
        return slash > 0 && ResolutionId.isValid(path.substring(0, slash))
                ? find(new ResolutionId(path.substring(0, slash)))
                : Optional.empty();
    }

    /** Names of the folders that are no longer as they were read, those gone and new included. */
    Set<String> outdated(Map<String, FolderState> present) {
        Set<String> names = new HashSet<>();
        present.forEach((name, state) -> {
            boolean known = ResolutionId.isValid(name)
                    ? find(new ResolutionId(name))
                            .filter(shelved -> shelved.state().isStill(state))
                            .isPresent()
                    : strangers.contains(name);
            if (!known) {
                names.add(name);
            }
        });
        texts.keySet().stream()
                .map(ResolutionId::value)
                .filter(name -> !present.containsKey(name))
                .forEach(names::add);
        strangers.stream().filter(name -> !present.containsKey(name)).forEach(names::add);
        return names;
    }

    private List<Resolution> inOrder(Map<ResolutionId, Shelved> after, Set<ResolutionId> touched) {
        if (touched.size() > texts.size() / FEW) {
            return after.values().stream()
                    .flatMap(shelved -> shelved.resolution().stream())
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
        var order = new ArrayList<>(newestFirst);
        boolean changed = false;
        for (var id : touched) {
            var old = resolution(id);
            var now = Optional.ofNullable(after.get(id)).flatMap(Shelved::resolution);
            if (!old.equals(now)) {
                changed = true;
                old.ifPresent(r -> order.remove(Collections.binarySearch(order, r, NEWEST_FIRST)));
                now.ifPresent(r -> order.add(-Collections.binarySearch(order, r, NEWEST_FIRST) - 1, r));
            }
        }
        return changed ? Collections.unmodifiableList(order) : newestFirst;
    }

    /** What is wrong changes for the texts that were read, and for those that cite one of them. */
    private Map<ResolutionId, List<Problem>> wrong(Map<ResolutionId, Shelved> after, Set<ResolutionId> touched) {
        var wrongAfter = new HashMap<>(wrong);
        wrongAfter.keySet().removeAll(touched);
        for (var shelved : after.values()) {
            if (touched.contains(shelved.id()) || citesAny(shelved, touched)) {
                var found = new ArrayList<>(shelved.problems());
                found.addAll(Citation.problems(
                        shelved.elsewhere(),
                        id -> Optional.ofNullable(after.get(id)).flatMap(Shelved::resolution)));
                if (found.isEmpty()) {
                    wrongAfter.remove(shelved.id());
                } else {
                    wrongAfter.put(shelved.id(), List.copyOf(found));
                }
            }
        }
        return wrongAfter;
    }

    private static boolean citesAny(Shelved shelved, Set<ResolutionId> touched) {
        return !shelved.elsewhere().isEmpty()
                && shelved.elsewhere().stream()
                        .anyMatch(c -> touched.contains(c.ref().resolution()));
    }

    private static List<Problem> problems(
            Set<String> strangers, Map<ResolutionId, List<Problem>> wrong, List<Problem> circles) {
        List<Problem> all = new ArrayList<>(circles);
        strangers.forEach(name -> all.add(Problem.at(name, 1, 1, "folder-name", name)));
        wrong.values().forEach(all::addAll);
        all.sort(BY_PLACE);
        return List.copyOf(all);
    }
}
