package vn.quantriet.search.lucene;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Traits UNKNOWN = new Traits("", "", "", List.of(), Force.IN_FORCE, LocalDate.EPOCH);

    private final Library library;
    private final Relations relations;
    private final Clock clock;
    private volatile Table table = new Table(List.of(), LocalDate.MIN, Map.of());

    TextTraits(Library library, Relations relations, Clock clock) {
        this.library = library;
        this.relations = relations;
        this.clock = clock;
    }

    /** Of one text, as values of facets. */
    record Traits(String document, String issuer, String year, List<String> topics, Force force, LocalDate issued) {}

    /** A text that the library does not hold has none, and counts as in force. */
    Traits of(ResolutionId id) {
        return Optional.ofNullable(table().traits.get(id)).orElse(UNKNOWN);
    }

    private Table table() {
        List<Resolution> texts = library.resolutions();
        LocalDate today = LocalDate.now(clock);
        var known = table;
        if (known.texts != texts || !known.day.equals(today)) {
            Map<ResolutionId, Traits> traits = HashMap.newHashMap(texts.size());
            texts.forEach(text -> traits.put(text.id(), traits(text)));
            known = new Table(texts, today, traits);
            table = known;
        }
        return known;
    }

    private Traits traits(Resolution text) {
        return new Traits(
                text.kind().name(),
                text.issuer(),
                String.valueOf(text.issued().getYear()),
                text.topics(),
                force(relations.validity(text.id())),
                text.issued());
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
