package vn.quantriet.content.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.quantriet.content.ResolutionId;

/**
 * What of a text's history is shown: {@code /lich-su/57-nq-tw?tu=…&den=…&trang=2}.
 *
 * @param earlier commit of the version on the left, as {@code later} of that on the right
 * @param byClause whether to show who wrote which clause instead of versions
 * @param page from 1
 */
record HistoryAddress(ResolutionId text, Optional<String> earlier, Optional<String> later, boolean byClause, int page) {
    private static final String EARLIER = "tu";
    private static final String LATER = "den";
    private static final String PAGE = "trang";
    private static final String SHOWN = "xem";
    private static final String CLAUSES = "dieu-khoan";
    private static final int LAST_PAGE = 10_000;

    static HistoryAddress of(ResolutionId text, QueryParameters query) {
        return new HistoryAddress(
                text,
                query.getSingleParameter(EARLIER),
                query.getSingleParameter(LATER),
                query.getSingleParameter(SHOWN).filter(CLAUSES::equals).isPresent(),
                query.getSingleParameter(PAGE)
                        .filter(page -> page.matches("[1-9][0-9]{0,4}"))
                        .map(Integer::parseInt)
                        .filter(page -> page <= LAST_PAGE)
                        .orElse(1));
    }

    HistoryAddress versions() {
        return new HistoryAddress(text, Optional.empty(), Optional.empty(), false, 1);
    }

    HistoryAddress clauses() {
        return new HistoryAddress(text, Optional.empty(), Optional.empty(), true, 1);
    }

    HistoryAddress comparing(String one, String other) {
        return new HistoryAddress(text, Optional.of(one), Optional.of(other), false, page);
    }

    HistoryAddress onPage(int number) {
        return new HistoryAddress(text, earlier, later, byClause, number);
    }

    String path() {
        return "lich-su/" + text;
    }

    QueryParameters query() {
        Map<String, String> query = new TreeMap<>();
        earlier.ifPresent(commit -> query.put(EARLIER, commit));
        later.ifPresent(commit -> query.put(LATER, commit));
        if (byClause) {
            query.put(SHOWN, CLAUSES);
        }
        if (page > 1) {
            query.put(PAGE, String.valueOf(page));
        }
        return QueryParameters.simple(query);
    }

    String href() {
        var query = query().getQueryString();
        return "/" + path() + (query.isEmpty() ? "" : "?" + query);
    }
}
