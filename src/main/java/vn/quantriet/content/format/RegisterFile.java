package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister.Entry;
import vn.quantriet.content.format.ClauseRegister.Stale;

/** Parses {@code clauses.yaml}. */
final class RegisterFile {
    private static final Pattern FROM =
            Pattern.compile("([a-z0-9-]+/)?(key-points\\.md|quiz\\.md|slides/[a-z0-9-]+\\.md)#[1-9][0-9]{0,5}");
    private static final int LONGEST = 200;

    private final Findings findings;

    private RegisterFile(Findings findings) {
        this.findings = findings;
    }

    static Parsed<ClauseRegister> parse(ResolutionId id, SourceFile file, List<Clause> clauses) {
        var findings = new Findings(file, id);
        return findings.with(FrontMatter.whole(findings, "register")
                .map(keys -> new RegisterFile(findings).parse(keys, clauses))
                .orElse(null));
    }

    private ClauseRegister parse(Keys keys, List<Clause> clauses) {
        keys.allow("text", "clauses", "retired", "stale", "decide");
        var text = keys.has("text") ? keys.text("text", LONGEST).orElse("") : "";
        var register = new ClauseRegister(text, places(keys), retired(keys), stale(keys), decided(keys));
        if (register.isFor(clauses)) {
            checkPlaces(register, keys, clauses);
        }
        return register;
    }

    private Map<ClauseId, Entry> places(Keys keys) {
        Map<ClauseId, Entry> places = new LinkedHashMap<>();
        var where = keys.placesWithin("clauses");
        keys.named("clauses").forEach((name, entry) -> {
            entry.allow("id", "substance");
            var place = clause(name, where.getOrDefault(name, 0));
            var id = entry.text("id", LONGEST).flatMap(value -> clause(value, entry.placeOf("id")));
            var substance = entry.has("substance") ? entry.text("substance", LONGEST) : Optional.<String>empty();
            place.ifPresent(p -> id.ifPresent(i -> places.put(p, new Entry(i, substance))));
        });
        return places;
    }

    private Set<ClauseId> retired(Keys keys) {
        Set<ClauseId> retired = new HashSet<>();
        if (keys.has("retired")) {
            keys.texts("retired", LONGEST)
                    .forEach(value -> clause(value, keys.placeOf("retired")).ifPresent(retired::add));
        }
        return retired;
    }

    private List<Stale> stale(Keys keys) {
        List<Stale> stale = new ArrayList<>();
        for (var item : keys.list("stale")) {
            item.allow("from", "clause");
            var from = item.text("from", LONGEST).filter(value -> {
                boolean valid = FROM.matcher(value).matches();
                if (!valid) {
                    findings.report(item.placeOf("from"), "register-from", value);
                }
                return valid;
            });
            var clause = item.text("clause", LONGEST).flatMap(value -> clause(value, item.placeOf("clause")));
            from.ifPresent(f -> clause.ifPresent(c -> stale.add(new Stale(f, c))));
        }
        return stale;
    }

    private Map<ClauseId, Optional<ClauseId>> decided(Keys keys) {
        Map<ClauseId, Optional<ClauseId>> decided = new HashMap<>();
        var where = keys.placesWithin("decide");
        keys.words("decide", LONGEST).forEach((name, value) -> {
            int position = where.getOrDefault(name, 0);
            clause(name, position).ifPresent(place -> {
                if (value.equals(ClauseRegister.NEW)) {
                    decided.put(place, Optional.empty());
                } else {
                    clause(value, position).ifPresent(id -> decided.put(place, Optional.of(id)));
                }
            });
        });
        return decided;
    }

    /** Each place exists, and no clause stands at two or is retired. */
    private void checkPlaces(ClauseRegister register, Keys keys, List<Clause> clauses) {
        var where = keys.placesWithin("clauses");
        Set<ClauseId> known = new HashSet<>();
        clauses.forEach(clause -> known.add(clause.id()));
        Map<ClauseId, ClauseId> given = new HashMap<>();
        for (var place : known) {
            if (!register.places().containsKey(place)) {
                given.put(place, place);
            }
        }
        register.places().forEach((place, entry) -> {
            int position = where.getOrDefault(place.value(), 0);
            if (!known.contains(place)) {
                findings.report(position, "register-place", place);
            } else if (register.retired().contains(entry.id()) || given.putIfAbsent(entry.id(), place) != null) {
                findings.report(position, "register-twice", entry.id());
            }
        });
        given.forEach((id, place) -> {
            if (id.equals(place) && register.retired().contains(id)) {
                findings.report(keys.placeOf("retired"), "register-twice", id);
            }
        });
    }

    private Optional<ClauseId> clause(String value, int position) {
        if (!ClauseId.isValid(value)) {
            findings.report(position, "register-id", value);
            return Optional.empty();
        }
        return Optional.of(new ClauseId(value));
    }
}
