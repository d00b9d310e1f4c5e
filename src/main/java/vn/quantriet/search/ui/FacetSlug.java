package vn.quantriet.search.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.quantriet.content.Resolution;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.StudyStandings.Standing;

/** How facets and their values are written in addresses and in the keys of texts. */
final class FacetSlug {
    private static final int LONGEST = 200;

    private FacetSlug() {}

    static String of(Facet facet) {
        return switch (facet) {
            case KIND -> "loai";
            case DOCUMENT -> "hinh-thuc";
            case ISSUER -> "ban-hanh";
            case YEAR -> "nam";
            case TOPIC -> "chu-de";
            case FORCE -> "hieu-luc";
            case STANDING -> "hoc";
            case UNIT -> "don-vi";
        };
    }

    static String of(Facet facet, String value) {
        return switch (facet) {
            case KIND, DOCUMENT, FORCE, STANDING -> slug(value);
            case ISSUER, YEAR, TOPIC, UNIT -> value;
        };
    }

    /** The value that a slug stands for; absent when it is none that the facet may have. */
    static Optional<String> value(Facet facet, String slug) {
        return switch (facet) {
            case KIND -> named(Passage.Kind.values(), slug);
            case DOCUMENT -> named(Resolution.Kind.values(), slug);
            case FORCE -> named(Facet.Force.values(), slug);
            case STANDING -> named(Standing.values(), slug);
            case YEAR -> Optional.of(slug).filter(year -> year.matches("\\d{4}"));
            case UNIT -> Optional.of(slug).filter(unit -> unit.matches("\\d{1,18}"));
            case ISSUER, TOPIC -> Optional.of(slug).filter(said -> !said.isBlank() && said.length() <= LONGEST);
        };
    }

    static String slug(Passage.Kind kind) {
        return slug(kind.name());
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> named(Enum<?>[] values, String slug) {
        return Arrays.stream(values)
                .map(Enum::name)
                .filter(name -> slug(name).equals(slug))
                .findFirst();
    }
}
