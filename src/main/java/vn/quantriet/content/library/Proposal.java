package vn.quantriet.content.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.identity.Identification;

/** A next version of a text that is not in the folder yet, and what would become of its clauses. */
final class Proposal {
    private final ResolutionId id;
    private final TextFiles files;
    private final Optional<Identities.Known> known;
    private final Optional<Identification> identification;

    /**
     * @param known the version before, if there is one
     * @throws Identification.Undecidable when {@code identities} cannot be
     */
    Proposal(
            ResolutionId id,
            TextFiles files,
            Optional<Identities.Known> known,
            Map<String, Optional<ClauseId>> identities,
            Set<ClauseId> editorial) {
        this.id = id;
        this.files = files;
        this.known = known;
        this.identification = files.text()
                .flatMap(text -> known.map(k -> Identification.of(k.earlier(), text, identities, editorial)));
    }

    /** By file and line. @param texts those in service */
    List<Problem> problems(Shelves texts) {
        var found = new ArrayList<>(files.problems());
        found.addAll(Citation.problems(
                files.citations(), other -> other.equals(id) ? resolution() : texts.resolution(other)));
        files.text().map(ParsedText::resolution).ifPresent(text -> {
            found.addAll(Citation.unrelated(files.citations(), text));
            found.addAll(circles(text, texts));
        });
        found.sort(Shelves.BY_PLACE);
        return found;
    }

    private List<Problem> circles(Resolution text, Shelves texts) {
        var all = new ArrayList<>(texts.newestFirst());
        all.removeIf(other -> other.id().equals(id));
        all.add(text);
        return Replacements.of(all).problems().stream()
                .filter(problem -> problem.file().startsWith(id + "/"))
                .toList();
    }

    List<ClauseChange> changes() {
        return identification
                .map(Identification::changes)
                .orElseGet(() -> files.text().map(Identification::ofNew).orElse(List.of()));
    }

    List<ClauseChange> undecided() {
        return identification.map(Identification::undecided).orElse(List.of());
    }

    Set<ClauseId> outdated() {
        return identification.map(Identification::outdated).orElse(Set.of());
    }

    private Optional<Resolution> resolution() {
        return files.text().map(text -> register().applied(text).resolution());
    }

    ClauseRegister register() {
        var raw = files.text().orElseThrow().resolution().clauses();
        return identification
                .map(found -> ClauseRegister.of(
                                raw,
                                found.clauses(),
                                found.retired(),
                                known.orElseThrow().register().stale())
                        .naming(found.returned()))
                .orElseGet(() -> ClauseRegister.of(raw, raw, Set.of(), List.of()));
    }

    List<CitingItem> items() {
        return files.items();
    }

    /** What is to be written below the library folder; nothing for files of {@code present} that are no more. */
    Map<String, Optional<byte[]>> files(Set<String> present) {
        Map<String, Optional<byte[]>> all = new TreeMap<>();
        present.forEach(name -> all.put(id + "/" + name, Optional.empty()));
        files.sources()
                .forEach((name, text) -> all.put(id + "/" + name, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
        return all;
    }

    /** Paths below the library folder of the files that are not as they were. */
    Set<String> changed(Map<String, String> present) {
        Set<String> names = new HashSet<>(present.keySet());
        names.addAll(files.sources().keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(present.get(name))
                        .equals(Optional.ofNullable(files.sources().get(name))))
                .map(name -> id + "/" + name)
                .collect(Collectors.toSet());
    }
}
