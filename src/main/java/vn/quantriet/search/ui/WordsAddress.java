package vn.quantriet.search.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state of the page of search words as it stands in its address: {@code ?muc=tu&tim=bo&trang=2}. What an address says wrongly is
 * as if it did not say it.
 *
 * @param filter words that the lines shown hold; of the list of words alone
 * @param page from 1
 */
record WordsAddress(Part part, String filter, int page) {
    static final String ROUTE = "bien-tap/tu-tim-kiem";

    /** What the page shows. */
    enum Part {
        MISSED("khong-thay"),
        UNOPENED("khong-mo"),
        WORDS("tu");

        private final String slug;

        Part(String slug) {
            this.slug = slug;
        }

        private static Part of(String slug) {
            for (Part part : values()) {
                if (part.slug.equals(slug)) {
                    return part;
                }
            }
            return MISSED;
        }
    }

    static WordsAddress of(QueryParameters parameters) {
        return new WordsAddress(
                parameters.getSingleParameter("muc").map(Part::of).orElse(Part.MISSED),
                parameters.getSingleParameter("tim").orElse(""),
                parameters
                        .getSingleParameter("trang")
                        .filter(page -> page.matches("[1-9]\\d{0,2}"))
                        .map(Integer::parseInt)
                        .orElse(1));
    }

    static WordsAddress of(Part part) {
        return new WordsAddress(part, "", 1);
    }

    WordsAddress withFilter(String other) {
        return new WordsAddress(part, other, 1);
    }

    WordsAddress onPage(int other) {
        return new WordsAddress(part, filter, other);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (part != Part.MISSED) {
            parameters.put("muc", part.slug);
        }
        if (!filter.isEmpty()) {
            parameters.put("tim", filter);
        }
        if (page > 1) {
            parameters.put("trang", String.valueOf(page));
        }
        return QueryParameters.simple(parameters);
    }
}
