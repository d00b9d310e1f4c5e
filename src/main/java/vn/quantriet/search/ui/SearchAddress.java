package vn.quantriet.search.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Query;

/**
 * The state of the search page as it stands in its address: {@code ?q=…&loai=key-point&vb=57-nq-tw&nguyen=1&trang=2}. What an
 * address says wrongly is as if it did not say it.
 *
 * @param page from 1
 */
record SearchAddress(
        String text, Optional<Passage.Kind> kind, Optional<ResolutionId> within, boolean asTyped, int page) {
    static final String ROUTE = "tim-kiem";
    static final int PAGE_SIZE = 10;
    private static final int LAST_PAGE = 100;

    static SearchAddress of(QueryParameters parameters) {
        return new SearchAddress(
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("loai").flatMap(SearchAddress::kind),
                parameters
                        .getSingleParameter("vb")
                        .filter(ResolutionId::isValid)
                        .map(ResolutionId::new),
                parameters.getSingleParameter("nguyen").isPresent(),
                parameters.getSingleParameter("trang").map(SearchAddress::page).orElse(1));
    }

    Query query() {
        return new Query(
                text,
                within,
                kind.map(k -> Map.of(Facet.KIND, Set.of(k.name()))).orElse(Map.of()),
                Order.RELEVANCE,
                asTyped,
                (page - 1) * PAGE_SIZE,
                PAGE_SIZE);
    }

    /** Another search in the same text, from its first page. */
    SearchAddress withText(String other) {
        return new SearchAddress(other, kind, within, false, 1);
    }

    SearchAddress withKind(Optional<Passage.Kind> other) {
        return new SearchAddress(text, other, within, asTyped, 1);
    }

    SearchAddress everywhere() {
        return new SearchAddress(text, kind, Optional.empty(), asTyped, 1);
    }

    SearchAddress asTyped(boolean exact) {
        return new SearchAddress(text, kind, within, exact, 1);
    }

    SearchAddress onPage(int other) {
        return new SearchAddress(text, kind, within, asTyped, other);
    }

    boolean hasNextPage(long total) {
        return page < LAST_PAGE && (long) page * PAGE_SIZE < total;
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parameters.put("q", List.of(text));
        }
        kind.ifPresent(k -> parameters.put("loai", List.of(slug(k))));
        within.ifPresent(id -> parameters.put("vb", List.of(id.value())));
        if (asTyped) {
            parameters.put("nguyen", List.of("1"));
        }
        if (page > 1) {
            parameters.put("trang", List.of(String.valueOf(page)));
        }
        return new QueryParameters(parameters);
    }

    static String slug(Passage.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Passage.Kind> kind(String slug) {
        for (Passage.Kind kind : Passage.Kind.values()) {
            if (slug(kind).equals(slug)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static int page(String number) {
        return number.matches("[1-9]\\d{0,2}") ? Math.min(LAST_PAGE, Integer.parseInt(number)) : 1;
    }
}
