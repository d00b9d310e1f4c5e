package vn.quantriet.search.lucene;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.search.Search;
import vn.quantriet.search.StudyStandings;

/** The search of a portal as it is when only the index of its machine is asked. */
@TestComponent
public class LocalSearch {
    private final Search search;

    LocalSearch(
            LocalEngine engine,
            LibraryLanguage language,
            TextTraits traits,
            ObjectProvider<StudyStandings> standings,
            Suggester suggester,
            CurrentMember currentMember) {
        search = new PassageSearch(engine, language, traits, standings, suggester, currentMember);
    }

    public Search search() {
        return search;
    }
}
