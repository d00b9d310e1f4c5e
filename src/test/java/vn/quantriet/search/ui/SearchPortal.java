package vn.quantriet.search.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Library;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.content.Verification;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PeopleSearch;
import vn.quantriet.search.Search;
import vn.quantriet.search.SearchUse;
import vn.quantriet.search.StudyStandings;
import vn.quantriet.ui.Translations;

/**
 * The search page over answers that a test writes. Bears no configuration annotation: the whole portal must not find it, nor a
 * test of it add the whole portal.
 */
@Import({
    Translations.class,
    FacetWords.class,
    PassageLabel.class,
    GroupList.class,
    ValidityLabel.class,
    SearchPortal.WrittenSearch.class
})
class SearchPortal {
    static final ResolutionId NQ_57 = new ResolutionId("57-nq-tw");
    static final ResolutionId NQ_18 = new ResolutionId("18-nq-tw");

    @Bean
    Library library() {
        Library library = mock(Library.class);
        when(library.resolution(any())).thenReturn(Optional.empty());
        when(library.resolution(NQ_57))
                .thenReturn(Optional.of(text(NQ_57, "57-NQ/TW", "Đột phá khoa học, công nghệ", 2024)));
        when(library.resolution(NQ_18)).thenReturn(Optional.of(text(NQ_18, "18-NQ/TW", "Tinh gọn bộ máy", 2017)));
        return library;
    }

    @Bean
    Relations relations() {
        Relations relations = mock(Relations.class);
        when(relations.validity(any())).thenReturn(new Validity.InForce());
        when(relations.validity(NQ_18)).thenReturn(new Validity.Expired(LocalDate.of(2026, 1, 1)));
        return relations;
    }

    @Bean
    UnitTree units() {
        UnitTree units = mock(UnitTree.class);
        when(units.find(any())).thenReturn(Optional.empty());
        when(units.find(new UnitId(17)))
                .thenReturn(Optional.of(new Unit(
                        new UnitId(17), Optional.empty(), "CB1", "Chi bộ Văn phòng", Unit.Kind.CELL, "/1/17/", 1)));
        return units;
    }

    @Bean
    PeopleSearch people() {
        PeopleSearch people = mock(PeopleSearch.class);
        when(people.find(any()))
                .thenReturn(new PeopleSearch.Found(
                        List.of(),
                        List.of(new PeopleSearch.Place(
                                new UnitId(17), "Chi bộ Văn phòng", Optional.empty(), "/theo-doi?don-vi=17")),
                        true));
        return people;
    }

    @Bean
    SearchUse use() {
        return mock(SearchUse.class);
    }

    @Bean
    StudyStandings standings() {
        return () -> Map.of(NQ_57, StudyStandings.Standing.BEGUN);
    }

    private static Resolution text(ResolutionId id, String number, String title, int year) {
        var clause = new Clause(new ClauseId("ii.2"), "2.", "II.2", "Hạ tầng số", 1, 40, "0", "0");
        return new Resolution(
                id,
                number,
                Resolution.Kind.RESOLUTION,
                "Bộ Chính trị",
                LocalDate.of(year, 12, 22),
                title,
                title,
                List.of(),
                Verification.VERIFIED,
                "",
                List.of(),
                Resolution.Term.OPEN,
                List.of(clause),
                "0");
    }

    /** A passage of a clause, its excerpt unmarked. */
    static Search.Hit hit(ResolutionId text, String number, Passage.Kind kind, String title) {
        var passage = new Passage(
                kind + "/" + text + "/" + title,
                kind,
                text,
                Optional.of(new ClauseId("ii.2")),
                number,
                "",
                title,
                title,
                "/van-ban/" + text + "#ii.2",
                Set.of(),
                new Passage.Audience.Everyone());
        return new Search.Hit(
                passage, List.of(new Search.Segment(title, true)), List.of(new Search.Segment(title, false)), 1);
    }

    /** Answers what a test wrote, and keeps what was asked. */
    static class WrittenSearch implements Search {
        Results answer = Results.none();
        List<Hit> similar = List.of();
        final List<Query> asked = new ArrayList<>();

        @Override
        public Results find(Query query) {
            asked.add(query);
            return answer;
        }

        @Override
        public List<Suggestion> suggest(String typed, int limit) {
            return List.of();
        }

        @Override
        public List<Hit> similar(String key, int limit) {
            return similar;
        }

        @Override
        public List<Hit> citing(ClauseRef clause, int limit) {
            return List.of();
        }

        @Override
        public boolean building() {
            return false;
        }
    }
}
