package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;
import vn.quantriet.content.identity.Identification;
import vn.quantriet.content.identity.Identification.Earlier;
import vn.quantriet.content.identity.Identification.Undecidable;

/**
 * Gives the clauses of a text their identities: by the register beside it when that was written for it, and otherwise by comparison
 * with the version before. Safe for use by many threads for different texts.
 */
final class Identities {
    private final LastGood history;
    private final Unsettled unsettled;

    Identities(LastGood history, Unsettled unsettled) {
        this.history = history;
        this.unsettled = unsettled;
    }

    /** A version whose clauses are identified, and the register by which they are. */
    record Known(ParsedText raw, Unsettled.Version version, ClauseRegister register) {
        Earlier earlier() {
            return new Earlier(raw, register.applied(raw).resolution().clauses(), register.retired());
        }

        boolean isSame(ParsedText other) {
            return ClauseRegister.hash(raw.resolution().clauses())
                    .equals(ClauseRegister.hash(other.resolution().clauses()));
        }
    }

    /**
     * A text with its identities.
     *
     * @param text absent when they could not be had; {@code problems} say why
     * @param outdated clauses that say something else than in the version before, or are no more
     */
    record Settled(
            Optional<ParsedText> text, ClauseRegister register, Set<ClauseId> outdated, List<Problem> problems) {}

    /**
     * Identifies the clauses of a text that lies in the folder.
     *
     * @param raw right in itself
     * @param blob what Git calls its file
     * @param beside the register that lies beside it
     * @param inService what is in service, if anything is
     */
    Settled settle(
            ResolutionId id,
            ParsedText raw,
            ObjectId blob,
            Optional<ClauseRegister> beside,
            Optional<Shelved> inService) {
        var clauses = raw.resolution().clauses();
        var version = version(id, inService);
        if (version.filter(v -> v.text().equals(blob) && v.register().isEmpty()).isPresent() && beside.isEmpty()) {
            // By far the most frequent case, and the only one that needs no look into the history.
            return settled(id, raw, ClauseRegister.of(clauses, clauses, Set.of(), List.of()), Set.of());
        }
        var known = version.flatMap(v -> known(id, v));
        if (beside.isPresent() && beside.get().isFor(clauses)) {
            var register = beside.get().withoutDecisions();
            return settled(
                    id,
                    raw,
                    register,
                    known.map(k -> outdated(k, register.applied(raw))).orElse(Set.of()));
        }
        if (known.isEmpty()) {
            var retired = beside.map(ClauseRegister::retired).orElse(Set.of());
            return settled(id, raw, ClauseRegister.of(clauses, first(clauses, retired), retired, List.of()), Set.of());
        }
        if (known.get().isSame(raw)) {
            return settled(id, raw, known.get().register(), Set.of());
        }
        return identified(id, raw, beside.map(ClauseRegister::decided).orElse(Map.of()), known.get());
    }

    private Settled identified(
            ResolutionId id, ParsedText raw, Map<ClauseId, Optional<ClauseId>> decided, Known known) {
        Map<String, Optional<ClauseId>> byPlace = new HashMap<>();
        decided.forEach((place, clause) -> byPlace.put(place.value(), clause));
        try {
            var found = Identification.of(known.earlier(), raw, byPlace, Set.of());
            if (found.undecided().isEmpty()) {
                return settled(
                        id,
                        raw,
                        ClauseRegister.of(
                                raw.resolution().clauses(),
                                found.clauses(),
                                found.retired(),
                                known.register().stale()),
                        found.outdated());
            }
            unsettled.add(id, known.version());
            return refused(found.undecided().stream()
                    .map(change -> unsure(id, change, known))
                    .toList());
        } catch (Undecidable e) {
            unsettled.add(id, known.version());
            return refused(List.of(Problem.at(id + "/" + ClauseRegister.FILE, 1, 1, "register-decision", e.what())));
        }
    }

    private static Problem unsure(ResolutionId id, ClauseChange change, Known known) {
        var before = known.register().applied(known.raw()).resolution().clause(change.clause());
        return Problem.at(
                id + "/" + Manuscript.TEXT,
                change.line(),
                1,
                "clause-unsure",
                before.map(Clause::label).orElse(""),
                before.map(Clause::title).orElse(""),
                change.place(),
                change.clause());
    }

    private Settled settled(ResolutionId id, ParsedText raw, ClauseRegister register, Set<ClauseId> outdated) {
        unsettled.remove(id);
        return new Settled(Optional.of(register.applied(raw)), register, outdated, List.of());
    }

    private static Settled refused(List<Problem> problems) {
        return new Settled(Optional.empty(), ClauseRegister.NONE, Set.of(), problems);
    }

    /** As if all had just been written, except that no retired id is given again. */
    private static List<Clause> first(List<Clause> clauses, Set<ClauseId> retired) {
        Set<ClauseId> used = new HashSet<>(retired);
        clauses.forEach(clause -> used.add(clause.id()));
        List<Clause> identified = new ArrayList<>();
        for (var clause : clauses) {
            var id = clause.id();
            for (int count = 2; retired.contains(id) || !id.equals(clause.id()) && !used.add(id); count++) {
                id = clause.id().another(count);
            }
            identified.add(clause.as(id, clause.hash()));
        }
        return identified;
    }

    private static Set<ClauseId> outdated(Known known, ParsedText now) {
        Set<ClauseId> outdated = new HashSet<>();
        Resolution text = now.resolution();
        for (var clause : known.register().applied(known.raw()).resolution().clauses()) {
            var after = text.clause(clause.id());
            if (after.isEmpty() || !after.get().substance().equals(clause.substance())) {
                outdated.add(clause.id());
            }
        }
        return outdated;
    }

    /** The version by which the clauses of the next one are identified. */
    Optional<Known> known(ResolutionId id, Optional<Shelved> inService) {
        return version(id, inService).flatMap(version -> known(id, version));
    }

    private Optional<Unsettled.Version> version(ResolutionId id, Optional<Shelved> inService) {
        return unsettled
                .find(id)
                .or(() -> inService.flatMap(Identities::version))
                .or(() -> history.lastOwn(id.value(), Manuscript.TEXT, ClauseRegister.FILE));
    }

    private static Optional<Unsettled.Version> version(Shelved shelved) {
        return Optional.ofNullable(shelved.served().get(Manuscript.TEXT))
                .map(text -> new Unsettled.Version(
                        text, Optional.ofNullable(shelved.served().get(ClauseRegister.FILE))));
    }

    private Optional<Known> known(ResolutionId id, Unsettled.Version version) {
        return read(id, Manuscript.TEXT, version.text())
                .map(file -> LibraryFormat.resolution(id, file))
                .filter(Parsed::isGood)
                .flatMap(Parsed::value)
                .map(raw -> new Known(
                        raw,
                        version,
                        version.register()
                                .flatMap(blob -> read(id, ClauseRegister.FILE, blob))
                                .map(file -> LibraryFormat.register(
                                        id, file, raw.resolution().clauses()))
                                .flatMap(Parsed::value)
                                .filter(register ->
                                        register.isFor(raw.resolution().clauses()))
                                .orElse(ClauseRegister.of(
                                        raw.resolution().clauses(),
                                        raw.resolution().clauses(),
                                        Set.of(),
                                        List.of()))));
    }

    private Optional<SourceFile> read(ResolutionId id, String name, ObjectId blob) {
        try {
            return history.content(blob)
                    .flatMap(bytes -> SourceFile.read(id + "/" + name, bytes).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The register's file, kept in the history's store; nothing when there need not be one. */
    Optional<ObjectId> keep(ClauseRegister register) {
        return register.isNeeded()
                ? Optional.of(history.keep(register.yaml().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
