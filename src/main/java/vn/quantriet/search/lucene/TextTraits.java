package vn.quantriet.search.lucene;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;
import vn.quantriet.search.Facet.Force;

/** What search needs to know of each text, at hand: made anew when a text or the day changes. Safe for use by many threads. */
@Component
class TextTraits {
    private static final Traits UNKNOWN =
            new Traits(new Labels("", "", "", List.of(), Force.IN_FORCE), LocalDate.EPOCH);

    private final Library library;
    private final Relations relations;
    private final Clock clock;
    private volatile Table table = new Table(List.of(), LocalDate.MIN, Map.of());

    TextTraits(Library library, Relations relations, Clock clock) {
        this.library = library;
        this.relations = relations;
        this.clock = clock;
    }

    /** What facets tell of a text, as their values. Those of texts that are alike are one object. */
    record Labels(String document, String issuer, String year, List<String> topics, Force force) {}

    record Traits(Labels labels, LocalDate issued) {}

    /** As they are today. A text that the library does not hold has none, and counts as in force. */
    Function<ResolutionId, Traits> now() {
        Map<ResolutionId, Traits> traits = table().traits;
        return id -> traits.getOrDefault(id, UNKNOWN);
    }

    private Table table() {
        List<Resolution> texts = library.resolutions();
        LocalDate today = LocalDate.now(clock);
        var known = table;
        if (known.texts != texts || !known.day.equals(today)) {
            Map<ResolutionId, Traits> traits = HashMap.newHashMap(texts.size());
            Map<Labels, Labels> alike = new HashMap<>();
            texts.forEach(text -> traits.put(
                    text.id(), new Traits(alike.computeIfAbsent(labels(text), labels -> labels), text.issued())));
            known = new Table(texts, today, traits);
            table = known;
        }
        return known;
    }

    private Labels labels(Resolution text) {
        return new Labels(
                text.kind().name(),
                text.issuer(),
                String.valueOf(text.issued().getYear()),
                text.topics(),
                force(relations.validity(text.id())));
    }

    private static Force force(Validity validity) {
        return switch (validity) {
            case Validity.InForce ignored -> Force.IN_FORCE;
            case Validity.NotYet ignored -> Force.NOT_YET;
            case Validity.Expired ignored -> Force.ENDED;
            case Validity.Replaced ignored -> Force.ENDED;
        };
    }

    private record Table(List<Resolution> texts, LocalDate day, Map<ResolutionId, Traits> traits) {}
}
