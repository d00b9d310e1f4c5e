package vn.quantriet.content.format;

import com.vladsch.flexmark.util.ast.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quantriet.content.Clause;
import vn.quantriet.content.Fact;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;

/** Parses {@code resolution.md}. */
final class ResolutionFile {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONG = 400;
    private static final int SHORT = 60;

    private final Findings findings;
    private final List<String> words = new ArrayList<>();

    private ResolutionFile(Findings findings) {
        this.findings = findings;
    }

    static Parsed<ParsedText> parse(ResolutionId id, SourceFile file) {
        var findings = new Findings(file, id);
        return findings.with(new ResolutionFile(findings).parse().orElse(null));
    }

    private Optional<ParsedText> parse() {
        var file = findings.file();
        int bodyStart = FrontMatter.bodyStart(file.text());
        var body = Markdown.parse(file, bodyStart, file.text().length());
        body.check(findings);
        var numbering = new Numbering(findings);
        var clauses = clauses(body, bodyStart, numbering);
        return FrontMatter.read(findings).flatMap(keys -> {
            keys.allow(
                    "number",
                    "kind",
                    "issuer",
                    "issued",
                    "title",
                    "short",
                    "topics",
                    "status",
                    "source",
                    "effective",
                    "expires",
                    "relations",
                    "facts");
            var facts = facts(keys);
            checkUse(keys, body);
            return resolution(keys, clauses)
                    .map(resolution -> new ParsedText(
                            resolution,
                            facts,
                            file.text().substring(bodyStart),
                            words,
                            numbering.positions().stream().map(file::line).toList(),
                            file.attached().only(body.files(findings))));
        });
    }

    private Optional<Resolution> resolution(Keys keys, List<Clause> clauses) {
        var number = keys.text("number", SHORT);
        var kind = keys.choice("kind", Resolution.Kind.class);
        var issuer = keys.text("issuer", LONG);
        var issued = keys.date("issued");
        var title = keys.text("title", LONG);
        var shortTitle = keys.text("short", SHORT);
        var topics = keys.texts("topics", SHORT);
        var status = keys.choice("status", Verification.class);
        var source = keys.text("source", LONG);
        var term = term(keys, issued);
        var relations = keys.list("relations").stream()
                .flatMap(relation -> relation(relation).stream())
                .toList();
        if (number.isEmpty()
                || kind.isEmpty()
                || issuer.isEmpty()
                || issued.isEmpty()
                || title.isEmpty()
                || shortTitle.isEmpty()
                || status.isEmpty()
                || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Resolution(
                findings.text(),
                number.get(),
                kind.get(),
                issuer.get(),
                issued.get(),
                title.get(),
                shortTitle.get(),
                topics,
                status.get(),
                source.get(),
                relations,
                term,
                clauses,
                hash(number.get(), issuer.get(), issued.get(), title.get(), clauses)));
    }

    private static Resolution.Term term(Keys keys, Optional<LocalDate> issued) {
        var effective = keys.optionalDate("effective");
        var expires = keys.optionalDate("expires");
        issued.ifPresent(day -> effective.ifPresent(from -> keys.notBefore("effective", from, "issued", day)));
        expires.ifPresent(end -> effective
                .or(() -> issued)
                .ifPresent(from -> keys.after("expires", end, effective.isPresent() ? "effective" : "issued", from)));
        return new Resolution.Term(effective, expires);
    }

    private Optional<Resolution.Relation> relation(Keys keys) {
        keys.allow("kind", "to", "since", "until");
        var type = keys.choice("kind", Resolution.Relation.Type.class);
        var to = keys.text("to", LONG).filter(name -> {
            boolean valid = ResolutionId.isValid(name);
            if (!valid) {
                findings.report(keys.placeOf("to"), "value-id", "to", name);
            }
            return valid;
        });
        var since = keys.optionalDate("since");
        var until = keys.optionalDate("until");
        type.ifPresent(t -> checkDates(t, keys));
        since.ifPresent(from -> until.ifPresent(end -> keys.after("until", end, "since", from)));
        if (to.filter(findings.text().value()::equals).isPresent()) {
            findings.report(keys.placeOf("to"), "relation-self", findings.text());
        }
        int line = findings.file().line(keys.placeOf("to"));
        return type.flatMap(
                t -> to.map(name -> new Resolution.Relation(t, new ResolutionId(name), since, until, line)));
    }

    private void checkDates(Resolution.Relation.Type type, Keys keys) {
        var undated = switch (type) {
            case RELATED -> List.of("since", "until");
            case REPLACES -> List.of("until");
            case AMENDS, GUIDES, IMPLEMENTS, CONCLUDES -> List.<String>of();
        };
        undated.stream()
                .filter(keys::has)
                .forEach(key -> findings.report(
                        keys.placeOf(key), "relation-undated", key, type.name().toLowerCase(Locale.ROOT)));
    }

    private Map<String, Fact> facts(Keys keys) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        keys.named("facts").forEach((name, fact) -> {
            fact.allow("status", "source");
            var status = fact.choice("status", Verification.class);
            var source = fact.text("source", LONG);
            facts.put(name, new Fact(status.orElse(Verification.UNVERIFIED), source.orElse("")));
        });
        return facts;
    }

    private void checkUse(Keys keys, Markdown body) {
        var declared = keys.placesWithin("facts");
        var used = new HashSet<String>();
        for (var use : body.facts(findings)) {
            used.add(use.id());
            if (!declared.containsKey(use.id())) {
                Nearest.to(use.id(), declared.keySet())
                        .ifPresentOrElse(
                                meant -> findings.report(use.position(), "fact-undeclared-near", use.id(), meant),
                                () -> findings.report(use.position(), "fact-undeclared", use.id()));
            }
        }
        declared.forEach((name, place) -> {
            if (!NAME.matcher(name).matches()) {
                findings.report(place, "value-id", "facts", name);
            } else if (!used.contains(name)) {
                findings.report(place, "fact-unused", name);
            }
        });
    }

    /** With the ids that come from where they stand, and as if each had just been written. */
    private List<Clause> clauses(Markdown body, int bodyStart, Numbering numbering) {
        List<Clause> clauses = new ArrayList<>();
        for (var section : Section.of(body)) {
            if (section.heading().isEmpty()) {
                findings.report(body.positionOf(section.blocks().getFirst()), "content-stray");
                continue;
            }
            var heading = section.heading().get();
            if (heading.isSetextHeading()) {
                continue;
            }
            if (!Markdown.links(heading).isEmpty()) {
                findings.report(body.positionOfText(heading), "heading-link");
            }
            numbering
                    .next(heading, body)
                    .map(place -> clause(place, section.blocks()))
                    .ifPresent(clauses::add);
        }
        reportEmpty(clauses, numbering);
        if (clauses.isEmpty()) {
            findings.report(Math.max(0, bodyStart - 1), "text-empty");
        }
        return clauses;
    }

    private Clause clause(Numbering.Place place, List<Node> blocks) {
        var text = PlainText.of(blocks);
        words.add(text);
        var hash = Hashes.of(place.title() + "\n" + text);
        return new Clause(
                place.id(),
                place.number(),
                place.label(),
                place.title(),
                place.depth(),
                PlainText.syllables(text),
                hash,
                hash);
    }

    private void reportEmpty(List<Clause> clauses, Numbering numbering) {
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            boolean hasChild = i + 1 < clauses.size() && clauses.get(i + 1).depth() > clause.depth();
            if (words.get(i).isEmpty() && !hasChild) {
                findings.report(numbering.positions().get(i), "clause-empty", clause.label());
            }
        }
    }

    /** What a reader studies: a change of status or of topics is no new version. */
    private static String hash(String number, String issuer, LocalDate issued, String title, List<Clause> clauses) {
        return Hashes.of(clauses.stream()
                .map(c -> c.id() + " " + c.hash())
                .collect(Collectors.joining("\n", number + "\n" + issuer + "\n" + issued + "\n" + title + "\n", "")));
    }
}
