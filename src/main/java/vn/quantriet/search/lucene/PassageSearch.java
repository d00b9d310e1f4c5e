package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.Search;
import vn.quantriet.search.StudyStandings;
import vn.quantriet.search.lucene.PassageEngine.Candidate;
import vn.quantriet.search.lucene.PassageEngine.Matches;

/** Answers queries from the index. Who may see a passage is a filter of every query, not a check of its answer. */
@Service
class PassageSearch implements Search {
    /** Nobody reads further, and the cost grows with the depth. */
    private static final int DEEPEST = 1000;

    /** Passages that are weighed against each other for one page. */
    private static final int CANDIDATES = 50;

    /** Found less than this, another query is offered. */
    private static final int LITTLE = 3;

    private static final int MOST_OF_A_TEXT = 3;

    /** A further passage of a text is shown beside its best one if its score is at least this share of it. */
    private static final float NEARLY_AS_GOOD = 0.5f;

    private final PassageEngines engines;
    private final LibraryLanguage language;
    private final TextTraits traits;
    private final ObjectProvider<StudyStandings> standings;
    private final Suggester suggester;
    private final CurrentMember currentMember;
    private final Weights weights;

    @Autowired
    PassageSearch(
            PassageEngines engines,
            LibraryLanguage language,
            TextTraits traits,
            ObjectProvider<StudyStandings> standings,
            Suggester suggester,
            CurrentMember currentMember) {
        this(engines, language, traits, standings, suggester, currentMember, Weights.SHIPPED);
    }

    PassageSearch(
            PassageEngines engines,
            LibraryLanguage language,
            TextTraits traits,
            ObjectProvider<StudyStandings> standings,
            Suggester suggester,
            CurrentMember currentMember,
            Weights weights) {
        this.engines = engines;
        this.language = language;
        this.traits = traits;
        this.standings = standings;
        this.suggester = suggester;
        this.currentMember = currentMember;
        this.weights = weights;
    }

    @Override
    public Results find(Query query) {
        var visible = visible();
        var reader = language.reader();
        ReadQuery read = reader.read(query.text(), query.asTyped());
        if (read.isEmpty()) {
            return Results.none();
        }
        return engines.ask(engine -> {
            var scope = new Scope(engine, visible, query.within());
            if (read.numbers().isEmpty() || engine.any(scope.limit(PassageQuery.numbers(read)))) {
                return answer(scope, read, query, reader);
            }
            // Who asks for a text that is not here, and for nothing else, is not helped by its digits in others.
            return read.accentedRest().isBlank()
                    ? Results.none()
                    : answer(scope, read.withoutNumbers(reader.parts(read)), query, reader);
        });
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        visible();
        return engines.ask(engine -> suggester.suggest(engine, language.reader(), typed, limit));
    }

    @Override
    public List<Hit> similar(String key, int limit) {
        var visible = visible();
        return engines.ask(engine -> {
            var scope = new Scope(engine, visible, Optional.empty());
            return plain(engine, Likeness.of(scope, key).stream().limit(limit).toList());
        });
    }

    @Override
    public List<Hit> citing(ClauseRef clause, int limit) {
        var visible = visible();
        return engines.ask(engine -> {
            var scope = new Scope(engine, visible, Optional.empty());
            var known = traits.now();
            var cites = new TermQuery(new Term(IndexFields.CITES, PassageDocuments.token(clause)));
            List<Candidate> found = engine.best(scope.limit(cites), cites, DEEPEST).stream()
                    .sorted(Comparator.comparing((Candidate c) -> known.issued(c.text()))
                            .reversed())
                    .limit(limit)
                    .toList();
            return plain(engine, found);
        });
    }

    @Override
    public boolean building() {
        return engines.building();
    }

    private Results answer(Scope scope, ReadQuery read, Query query, QueryReader reader) {
        Matches found = matches(scope, read);
        var narrowing =
                new Narrowing(query.chosen(), traits.now(), found.tally().isEmpty() ? Map.of() : standings());
        Tally chosen = narrowing.admitted(found.tally());
        var matching = narrowing
                .query(chosen)
                .map(narrow -> Scope.both(found.query(), narrow))
                .orElse(found.query());
        int[] totals = chosen.byText();
        List<List<Candidate>> page =
                query.order() == Order.RELEVANCE || query.within().isPresent()
                        ? mostRelevant(scope, read, matching, query)
                        : newest(scope, read, matching, query, totals);
        boolean little = found.tally().total() < LITTLE && !query.asTyped();
        return new Results(
                groups(scope, read, page, totals),
                chosen.total(),
                Math.toIntExact(
                        Arrays.stream(totals).filter(passages -> passages > 0).count()),
                narrowing.counts(found.tally()),
                read.readAs(),
                little ? orRather(scope, read, reader, found.tally()) : Optional.empty());
    }

    /** Passages that hold most of the query, or half of it when none holds most. */
    private static Matches matches(Scope scope, ReadQuery read) {
        Matches most = scope.engine().matches(scope.matching(read));
        return most.tally().isEmpty() && read.numbers().isEmpty()
                ? scope.engine().matches(scope.limit(PassageQuery.limited(PassageQuery.half(read), read)))
                : most;
    }

    private Map<ResolutionId, StudyStandings.Standing> standings() {
        StudyStandings known = standings.getIfAvailable();
        return known == null ? Map.of() : known.ofCurrentMember();
    }

    /** Only what finds more is worth offering. */
    private static Optional<String> orRather(Scope scope, ReadQuery read, QueryReader reader, Tally found) {
        return reader.orRather(read)
                .filter(other -> scope.engine()
                                .matches(scope.matching(reader.read(other, false)))
                                .tally()
                                .total()
                        > found.total());
    }

    private List<List<Candidate>> mostRelevant(
            Scope scope, ReadQuery read, org.apache.lucene.search.Query matching, Query query) {
        int to = query.offset() + query.limit();
        int depth = Math.min(DEEPEST, Math.max(CANDIDATES, to * 2 * MOST_OF_A_TEXT));
        List<Candidate> ranked = ranked(scope.engine().best(matching, PassageQuery.score(read, weights), depth));
        List<List<Candidate>> groups =
                query.within().isPresent() ? ranked.stream().map(List::of).toList() : byText(ranked);
        return groups.stream().skip(query.offset()).limit(query.limit()).toList();
    }

    private List<List<Candidate>> newest(
            Scope scope, ReadQuery read, org.apache.lucene.search.Query matching, Query query, int[] totals) {
        List<ResolutionId> texts = traits.now()
                .newestFirst()
                .filter(text -> text < totals.length && totals[text] > 0)
                .skip(query.offset())
                .limit(query.limit())
                .mapToObj(TextNumbers::text)
                .toList();
        if (texts.isEmpty()) {
            return List.of();
        }
        var those = Scope.both(
                matching,
                Narrowing.anyOf(
                        IndexFields.RESOLUTION,
                        texts.stream().map(ResolutionId::value).toList()));
        Map<ResolutionId, List<Candidate>> found =
                byText(ranked(scope.engine().best(those, PassageQuery.score(read, weights), DEEPEST))).stream()
                        .collect(Collectors.toMap(group -> group.getFirst().text(), Function.identity()));
        return texts.stream().map(found::get).filter(group -> group != null).toList();
    }

    private List<Candidate> ranked(List<Candidate> candidates) {
        var known = traits.now();
        return candidates.stream()
                .map(c -> c.times(weights.factor(c.kind(), known.force(c.text()))))
                .sorted(Comparator.comparing(Candidate::score).reversed())
                .toList();
    }

    /** The best passages of each text, texts in the order of their best. */
    private static List<List<Candidate>> byText(List<Candidate> ranked) {
        Map<ResolutionId, List<Candidate>> byText = new LinkedHashMap<>();
        for (Candidate candidate : ranked) {
            List<Candidate> group = byText.computeIfAbsent(candidate.text(), t -> new ArrayList<>(1));
            if (group.isEmpty() || group.size() < MOST_OF_A_TEXT && isWorthShowing(candidate, group.getFirst())) {
                group.add(candidate);
            }
        }
        return List.copyOf(byText.values());
    }

    /** Of notes there are few, and whoever may see one will want to. */
    private static boolean isWorthShowing(Candidate candidate, Candidate best) {
        return candidate.kind() == Passage.Kind.LOCAL_NOTE
                || candidate.kind() == Passage.Kind.MY_NOTE
                || candidate.score() >= NEARLY_AS_GOOD * best.score();
    }

    private static List<Group> groups(Scope scope, ReadQuery read, List<List<Candidate>> page, int[] totals) {
        if (page.isEmpty()) {
            return List.of();
        }
        var marking = new Marking(read, scope.engine());
        List<Candidate> all = page.stream().flatMap(List::stream).toList();
        Iterator<Passage> passages = scope.engine().passages(all).iterator();
        List<Group> groups = new ArrayList<>();
        for (List<Candidate> group : page) {
            List<Hit> hits = new ArrayList<>(group.size());
            for (Candidate candidate : group) {
                Passage passage = passages.next();
                var marked = marking.mark(passage.title(), passage.text());
                hits.add(new Hit(passage, marked.title(), marked.excerpt(), candidate.score()));
            }
            ResolutionId text = group.getFirst().text();
            int number = TextNumbers.of(text);
            groups.add(new Group(text, hits, Math.max(hits.size(), number < totals.length ? totals[number] : 0)));
        }
        return groups;
    }

    private static List<Hit> plain(PassageEngine engine, List<Candidate> candidates) {
        return engine.passages(candidates).stream()
                .map(p -> new Hit(p, Marking.unmarked(p.title()), Marking.beginning(p.text()), 0))
                .toList();
    }

    /** The audiences that the member who is acting belongs to. */
    private org.apache.lucene.search.Query visible() {
        List<String> audiences = new ArrayList<>();
        audiences.add(PassageDocuments.ALL);
        audiences.add(PassageDocuments.token(
                new Audience.OnlyMember(currentMember.id().value())));
        Arrays.stream(currentMember.unit().path().split("/"))
                .filter(id -> !id.isEmpty())
                .map(id -> PassageDocuments.token(new Audience.UnitAndBelow(Long.parseLong(id))))
                .forEach(audiences::add);
        return Narrowing.anyOf(IndexFields.AUDIENCE, audiences);
    }
}
