package vn.quantriet.search.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Resolution;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.StudyStandings.Standing;
import vn.quantriet.ui.Translations;

/** What facets and their values are called, and in which order they stand. */
@Component
class FacetWords {
    /** What people narrow by most comes first. */
    static final List<Facet> ORDER = List.of(
            Facet.KIND, Facet.STANDING, Facet.DOCUMENT, Facet.TOPIC, Facet.YEAR, Facet.ISSUER, Facet.FORCE, Facet.UNIT);

    private final Translations texts;
    private final UnitTree units;

    FacetWords(Translations texts, UnitTree units) {
        this.texts = texts;
        this.units = units;
    }

    String of(Facet facet, Locale locale) {
        return texts.getTranslation("search.facet." + FacetSlug.of(facet), locale);
    }

    /** A unit that is no more is called by its number. */
    String of(Facet facet, String value, Locale locale) {
        return switch (facet) {
            case KIND -> texts.getTranslation("search.kind." + FacetSlug.of(facet, value), locale);
            case DOCUMENT -> texts.getTranslation("content.kind." + FacetSlug.of(facet, value), locale);
            case FORCE -> texts.getTranslation("search.force." + FacetSlug.of(facet, value), locale);
            case STANDING -> texts.getTranslation("search.standing." + FacetSlug.of(facet, value), locale);
            case UNIT ->
                units.find(new UnitId(Long.parseLong(value))).map(Unit::name).orElse(value);
            case ISSUER, TOPIC, YEAR -> value;
        };
    }

    /** Of values with how often they occur: by an order of their own where there is one, years from the last, else by frequency. */
    Comparator<Map.Entry<String, Long>> order(Facet facet) {
        return switch (facet) {
            case KIND -> byName(names(Passage.Kind.values()));
            case DOCUMENT -> byName(names(Resolution.Kind.values()));
            case FORCE -> byName(names(Facet.Force.values()));
            case STANDING -> byName(names(Standing.values()));
            case YEAR -> Map.Entry.<String, Long>comparingByKey().reversed();
            case ISSUER, TOPIC, UNIT ->
                Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        };
    }

    private static Comparator<Map.Entry<String, Long>> byName(List<String> names) {
        return Comparator.comparingInt(entry -> names.indexOf(entry.getKey()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
