package vn.quantriet.content.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Library;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.Resolution.Relation;
import vn.quantriet.content.Resolution.Relation.Type;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;

/** Relations read backwards, made anew whenever the library gives another list of texts. */
@Service
class LibraryRelations implements Relations {
    private static final Comparator<Incoming> NEWEST_FIRST = Comparator.comparing(
                    (Incoming incoming) -> incoming.from().issued())
            .reversed()
            .thenComparing(incoming -> incoming.from().id().value());

    private final Library library;
    private final Clock clock;
    private volatile Backwards backwards = new Backwards(List.of(), Map.of(), Map.of());

    LibraryRelations(Library library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    /** What another text says of this one. @param circular whether nobody should believe it */
    private record Incoming(Resolution from, Relation relation, boolean circular) {
        LocalDate since() {
            return relation.since().orElse(from.inForceFrom());
        }

        boolean holdsOn(LocalDate day) {
            return !circular
                    && !day.isBefore(since())
                    && relation.until().filter(end -> !day.isBefore(end)).isEmpty();
        }
    }

    /** @param of the list it was made from: another instance is another library */
    private record Backwards(
            List<Resolution> of, Map<ResolutionId, Resolution> texts, Map<ResolutionId, List<Incoming>> incoming) {
        List<Incoming> to(ResolutionId id) {
            return incoming.getOrDefault(id, List.of());
        }
    }

    @Override
    public Validity validity(ResolutionId id) {
        var now = backwards();
        var text = now.texts().get(id);
        if (text == null) {
            return new Validity.InForce();
        }
        var today = LocalDate.now(clock);
        var replaced = now.to(id).stream()
                .filter(incoming -> incoming.relation().type() == Type.REPLACES && incoming.holdsOn(today))
                .min(Comparator.comparing(Incoming::since));
        var expired = text.term().expires().filter(end -> !today.isBefore(end));
        if (replaced.isPresent()) {
            var since = replaced.get().since();
            return new Validity.Replaced(
                    replaced.get().from(), expired.filter(since::isAfter).orElse(since));
        }
        if (expired.isPresent()) {
            return new Validity.Expired(expired.get());
        }
        return today.isBefore(text.inForceFrom()) ? new Validity.NotYet(text.inForceFrom()) : new Validity.InForce();
    }

    @Override
    public List<Tie> of(ResolutionId id) {
        var now = backwards();
        var today = LocalDate.now(clock);
        List<Tie> ties = new ArrayList<>();
        Set<ResolutionId> kin = new HashSet<>();
        var text = Optional.ofNullable(now.texts().get(id));
        for (var relation : text.map(Resolution::relations).orElse(List.of())) {
            var own = text.get();
            var read = now.to(relation.to()).stream()
                    .filter(incoming -> incoming.relation().equals(relation)
                            && incoming.from().id().equals(id))
                    .findFirst();
            ties.add(tie(
                    now,
                    relation,
                    true,
                    relation.to(),
                    read.filter(i -> i.holdsOn(today)).isPresent(),
                    own));
            if (relation.type() == Type.RELATED) {
                kin.add(relation.to());
            }
        }
        for (var incoming : now.to(id)) {
            var from = incoming.from();
            // Kinship that both declare is one.
            if (incoming.relation().type() != Type.RELATED || !kin.contains(from.id())) {
                ties.add(tie(now, incoming.relation(), false, from.id(), incoming.holdsOn(today), from));
            }
        }
        return List.copyOf(ties);
    }

    private static Tie tie(
            Backwards now,
            Relation relation,
            boolean outgoing,
            ResolutionId other,
            boolean holds,
            Resolution declaredBy) {
        Optional<LocalDate> since =
                relation.isDated() ? Optional.of(relation.since().orElse(declaredBy.inForceFrom())) : Optional.empty();
        return new Tie(
                relation.type(),
                outgoing,
                other,
                Optional.ofNullable(now.texts().get(other)),
                since,
                relation.until(),
                holds);
    }

    private Backwards backwards() {
        var known = backwards;
        var texts = library.resolutions();
        if (known.of() != texts) {
            known = read(texts);
            backwards = known;
        }
        return known;
    }

    private static Backwards read(List<Resolution> texts) {
        var replacements = Replacements.of(texts);
        Map<ResolutionId, Resolution> byId = new HashMap<>();
        Map<ResolutionId, List<Incoming>> incoming = new HashMap<>();
        for (var text : texts) {
            byId.put(text.id(), text);
            for (var relation : text.relations()) {
                boolean circular =
                        relation.type() == Type.REPLACES && replacements.isCircular(text.id(), relation.to());
                incoming.computeIfAbsent(relation.to(), id -> new ArrayList<>())
                        .add(new Incoming(text, relation, circular));
            }
        }
        incoming.values().forEach(list -> list.sort(NEWEST_FIRST));
        return new Backwards(texts, byId, incoming);
    }
}
