package vn.quantriet.search.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Search.Order;
import vn.quantriet.search.Search.Query;

/**
 * The state of the search page as it stands in its address, such as
 * {@code ?q=…&loai=key-point&nam=2024&nam=2025&vb=57-nq-tw&sap=moi&nguyen=1&trang=2}. What an address says wrongly is as if it did
 * not say it.
 *
 * @param chosen of each facet at least one value, in the order of the values
 * @param page from 1
 */
record SearchAddress(
        String text,
        Map<Facet, SortedSet<String>> chosen,
        Optional<ResolutionId> within,
        Order order,
        boolean asTyped,
        int page) {
    static final String ROUTE = "tim-kiem";
    static final int PAGE_SIZE = 10;

    private static final String WORDS = "q";
    private static final String TEXT = "vb";
    private static final String ORDER = "sap";
    private static final String NEWEST = "moi";
    private static final String AS_TYPED = "nguyen";
    private static final String PAGE = "trang";
    private static final int LAST_PAGE = 100;
    private static final int MOST_VALUES = 20;

    SearchAddress {
        var copy = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
    }

    static SearchAddress of(QueryParameters parameters) {
        Map<Facet, SortedSet<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            SortedSet<String> values = new TreeSet<>();
            parameters.getParameters(FacetSlug.of(facet)).stream()
                    .limit(MOST_VALUES)
                    .forEach(slug -> FacetSlug.value(facet, slug).ifPresent(values::add));
            chosen.put(facet, values);
        }
        return new SearchAddress(
                parameters.getSingleParameter(WORDS).orElse(""),
                chosen,
                parameters
                        .getSingleParameter(TEXT)
                        .filter(ResolutionId::isValid)
                        .map(ResolutionId::new),
                parameters.getSingleParameter(ORDER).filter(NEWEST::equals).isPresent()
                        ? Order.NEWEST
                        : Order.RELEVANCE,
                parameters.getSingleParameter(AS_TYPED).isPresent(),
                parameters.getSingleParameter(PAGE).map(SearchAddress::page).orElse(1));
    }

    /** A search for words, everywhere and for everything. */
    static SearchAddress of(String text) {
        return new SearchAddress(text, Map.of(), Optional.empty(), Order.RELEVANCE, false, 1);
    }

    Query query() {
        Map<Facet, Set<String>> narrowed = new EnumMap<>(Facet.class);
        narrowed.putAll(chosen);
        return new Query(text, within, narrowed, order, asTyped, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    }

    boolean isChosen(Facet facet, String value) {
        return chosen.containsKey(facet) && chosen.get(facet).contains(value);
    }

    /** Whether anything but the words limits what is found. */
    boolean isNarrowed() {
        return !chosen.isEmpty() || within.isPresent();
    }

    /** Other words, with the same filters, from the first page. */
    SearchAddress withText(String other) {
        return new SearchAddress(other, chosen, within, order, false, 1);
    }

    /** With one more value of a facet, or without it when it was chosen. */
    SearchAddress toggled(Facet facet, String value) {
        Map<Facet, SortedSet<String>> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        SortedSet<String> values = new TreeSet<>(chosen.getOrDefault(facet, Collections.emptySortedSet()));
        if (!values.remove(value)) {
            values.add(value);
        }
        other.put(facet, values);
        return new SearchAddress(text, other, within, order, asTyped, 1);
    }

    SearchAddress unfiltered() {
        return new SearchAddress(text, Map.of(), Optional.empty(), order, asTyped, 1);
    }

    SearchAddress within(ResolutionId id) {
        return new SearchAddress(text, chosen, Optional.of(id), order, asTyped, 1);
    }

    SearchAddress everywhere() {
        return new SearchAddress(text, chosen, Optional.empty(), order, asTyped, 1);
    }

    SearchAddress by(Order other) {
        return new SearchAddress(text, chosen, within, other, asTyped, 1);
    }

    SearchAddress asTyped(boolean exact) {
        return new SearchAddress(text, chosen, within, order, exact, 1);
    }

    SearchAddress onPage(int other) {
        return new SearchAddress(text, chosen, within, order, asTyped, other);
    }

    /** @param total how many there are to be shown in all, of which each page has {@link #PAGE_SIZE} */
    boolean hasNextPage(long total) {
        return page < LAST_PAGE && (long) page * PAGE_SIZE < total;
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parameters.put(WORDS, List.of(text));
        }
        chosen.forEach((facet, values) -> parameters.put(
                FacetSlug.of(facet),
                values.stream().map(value -> FacetSlug.of(facet, value)).toList()));
        within.ifPresent(id -> parameters.put(TEXT, List.of(id.value())));
        if (order == Order.NEWEST) {
            parameters.put(ORDER, List.of(NEWEST));
        }
        if (asTyped) {
            parameters.put(AS_TYPED, List.of("1"));
        }
        if (page > 1) {
            parameters.put(PAGE, List.of(String.valueOf(page)));
        }
        return new QueryParameters(parameters);
    }

    private static int page(String number) {
        return number.matches("[1-9]\\d{0,2}") ? Math.min(LAST_PAGE, Integer.parseInt(number)) : 1;
    }
}
