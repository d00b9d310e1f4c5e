package vn.quantriet.search.vietnamese;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a document in whatever way it is cited: {@code 18-NQ/TW}, {@code NQ18}, {@code nghi quyet so 18 nq tw},
 * {@code 154/2025/NĐ-CP}. A span of years or a date is none.
 *
 * @param kind abbreviation without marks, such as {@code nq}
 * @param from where it begins in the text it was found in
 * @param to where it ends
 */
public record DocumentNumber(
        int number, Optional<Integer> year, String kind, Optional<String> issuer, int from, int to) {

    private static final Map<String, String> KIND_BY_NAME = Map.ofEntries(
            Map.entry("nghi quyet", "nq"),
            Map.entry("chi thi", "ct"),
            Map.entry("ket luan", "kl"),
            Map.entry("quy dinh", "qd"),
            Map.entry("qui dinh", "qd"),
            Map.entry("quyet dinh", "qd"),
            Map.entry("quy che", "qc"),
            Map.entry("ke hoach", "kh"),
            Map.entry("nghi dinh", "nd"),
            Map.entry("thong tu", "tt"),
            Map.entry("huong dan", "hd"),
            Map.entry("de an", "da"),
            Map.entry("thong bao", "tb"),
            Map.entry("chuong trinh", "ctr"),
            Map.entry("cong van", "cv"));

    private static final String BREAK_BEFORE = "(?<![\\p{L}\\d/.,\\-–])";
    private static final String BREAK_AFTER = "(?![\\p{L}\\d])";
    private static final String HYPHEN = "[\\-‐‑–—/]";
    private static final String YEAR = "(?:\\s*+/\\s*+(?<year>(?:19|20)\\d\\d))?";

    /** Standing apart by mere spaces, only the common kinds and issuers are taken as such: "5 đã" is not 5-ĐA. */
    private static final String COMMON_KIND = "nq|ct|kl|qd|nd";

    private static final String ANY_KIND = "nq|ct|kl|qd|nd|qc|kh|tt|hd|da|tb|ctr|cv|bc|ttlt|nqlt";
    private static final String ISSUER = "(?:\\s*+" + HYPHEN
            + "\\s*+(?<issuer>t\\.u|trung uong|[a-z]{2,8}\\d{0,2})|\\s++(?<apart>t\\.u|trung uong|tw|tu|cp|ttg|bct))?";

    private static final Pattern NUMBER_FIRST =
            Pattern.compile(BREAK_BEFORE + "0*+(?<number>[1-9]\\d{0,3})" + YEAR + "(?:\\s*+" + HYPHEN + "\\s*+(?<kind>"
                    + ANY_KIND + ")|\\s*+(?<common>" + COMMON_KIND + "))" + ISSUER + BREAK_AFTER);

    private static final Pattern KIND_FIRST = Pattern.compile("(?<![\\p{L}\\d])(?<kind>"
            + String.join("|", KIND_BY_NAME.keySet()) + "|" + COMMON_KIND
            + ")\\s*+(?:so\\s*+)?(?::\\s*+)?(?:-\\s*+)?0*+(?<number>[1-9]\\d{0,3})" + YEAR
            + "(?:\\s*+(?:" + HYPHEN + "\\s*+)?(?:" + ANY_KIND + ")" + ISSUER + ")?"
            + BREAK_AFTER + "(?!\\s*+[\\-–—/.]\\s*+\\d)");

    /** Every document number in a clean text, in order, without overlaps. Takes time in proportion to the text's length. */
    public static List<DocumentNumber> in(String clean) {
        String folded = Spelling.fold(clean);
        List<DocumentNumber> numbers = new ArrayList<>();
        Matcher kindFirst = KIND_FIRST.matcher(folded);
        Matcher numberFirst = NUMBER_FIRST.matcher(folded);
        // Each is looked for again only once the text has moved past what it found, or else every find would run to the
        // end.
        boolean a = kindFirst.find();
        boolean b = numberFirst.find();
        while (a || b) {
            boolean takeA = a && (!b || kindFirst.start() <= numberFirst.start());
            Matcher found = takeA ? kindFirst : numberFirst;
            int from = found.end();
            read(found, clean, takeA).ifPresent(numbers::add);
            a = a && (kindFirst.start() >= from || kindFirst.find(from));
            b = b && (numberFirst.start() >= from || numberFirst.find(from));
        }
        return numbers;
    }

    /** What a document with this number is indexed under: with and without year and issuer. */
    public Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(term(Optional.empty(), Optional.empty()));
        terms.add(term(year, Optional.empty()));
        terms.add(term(Optional.empty(), issuer));
        terms.add(term());
        return terms;
    }

    /** What its kind is called, without marks, such as {@code nghi quyet}; empty when it has no common name. */
    public List<String> kindNames() {
        return KIND_BY_NAME.entrySet().stream()
                .filter(name -> name.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What is looked up: exactly as much as was said. */
    public String term() {
        return term(year, issuer);
    }

    private String term(Optional<Integer> withYear, Optional<String> withIssuer) {
        return number + withYear.map(y -> "/" + y).orElse("") + "-" + kind
                + withIssuer.map(i -> "/" + i).orElse("");
    }

    private static Optional<DocumentNumber> read(Matcher found, String clean, boolean kindFirst) {
        int number = Integer.parseInt(found.group("number"));
        Optional<Integer> year = Optional.ofNullable(found.group("year")).map(Integer::valueOf);
        if (kindFirst && year.isEmpty() && number >= 1900 && number < 2100) {
            return Optional.empty();
        }
        String kind = found.group("kind");
        if (kind == null) {
            kind = found.group("common");
        }
        return Optional.of(new DocumentNumber(
                number,
                year,
                KIND_BY_NAME.getOrDefault(kind, kind),
                issuer(found, clean, found.group("issuer") != null ? "issuer" : "apart"),
                found.start(),
                found.end()));
    }

    /** TƯ is the centre, TU a provincial committee: the mark decides, although numbers are otherwise compared without. */
    private static Optional<String> issuer(Matcher found, String clean, String group) {
        @Nullable String folded = found.group(group);
        if (folded == null) {
            return Optional.empty();
        }
        String written = clean.substring(found.start(group), found.end(group)).toUpperCase(Locale.ROOT);
        boolean centre =
                folded.equals("t.u") || folded.equals("trung uong") || (folded.equals("tu") && written.contains("Ư"));
        return Optional.of(centre ? "tw" : folded);
    }
}
