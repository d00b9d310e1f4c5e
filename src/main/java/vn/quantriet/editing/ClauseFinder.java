package vn.quantriet.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing.ClauseChange.Kind;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search;
import vn.quantriet.ui.Unaccented;

/** Finds clauses to cite: by number ({@code II.1}, {@code 18 II.1}) or by words, those of the text that is written first. */
@Service
public class ClauseFinder {
    private static final int MOST_OWN = 12;
    private static final int MOST_FOUND = 20;
    private static final Pattern NUMBER = Pattern.compile("[ivxlc]+(\\.\\d+(\\.[a-zđ])?)?");

    private final Library library;
    private final Search search;
    private final DraftWriting writing;
    private final EditingDesk desk;

    ClauseFinder(Library library, Search search, DraftWriting writing, EditingDesk desk) {
        this.library = library;
        this.search = search;
        this.writing = writing;
        this.desk = desk;
    }

    /**
     * A clause that can be cited.
     *
     * @param markdown the citation
     */
    public record Citable(String markdown, String text, String label, String title) {}

    /** Best first; for no words at all, the first clauses of the draft's own text. */
    public List<Citable> find(DraftId id, String typed) {
        var own = desk.draft(id).text();
        String words = typed.strip();
        List<Citable> found = new ArrayList<>();
        outline(id, own).stream()
                .filter(line -> line.matches(words))
                .limit(MOST_OWN)
                .forEach(line -> {
                    found.add(new Citable(
                            "[" + line.label() + "](clause:" + line.clause() + ")", "", line.label(), line.title()));
                });
        if (!words.isEmpty()) {
            byNumber(own, words).forEach(found::add);
            if (!NUMBER.matcher(words.toLowerCase(Locale.ROOT)).matches()) {
                byWords(own, words).forEach(found::add);
            }
        }
        return found.stream().distinct().limit(MOST_FOUND).toList();
    }

    private record Line(ClauseId clause, String label, String title, String words) {
        boolean matches(String typed) {
            String wanted = Unaccented.of(typed);
            return label.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT))
                    || Arrays.stream(wanted.split("\\s+")).allMatch(words::contains);
        }
    }

    /** The clauses in service under the names they have, then those that the draft adds under the names they will be given. */
    private List<Line> outline(DraftId id, ResolutionId own) {
        var holding = library.find(own);
        List<Line> lines = new ArrayList<>(holding.map(h -> h.resolution().clauses().stream()
                        .map(c -> new Line(
                                c.id(), c.label(), c.title(), Unaccented.of(c.title() + " " + h.words(c.id()))))
                        .toList())
                .orElse(List.of()));
        writing.check(id).changes().stream()
                .filter(change -> change.kind() == Kind.ADDED)
                .map(change -> new Line(change.clause(), change.label(), change.title(), Unaccented.of(change.title())))
                .forEach(lines::add);
        return lines;
    }

    /** The last word is the clause's number, the others are the text's. */
    private Stream<Citable> byNumber(ResolutionId own, String words) {
        int gap = words.lastIndexOf(' ');
        if (gap < 0) {
            return Stream.empty();
        }
        String number = words.substring(gap + 1);
        String text = Unaccented.of(words.substring(0, gap).strip());
        return library.resolutions().stream()
                .filter(r -> !r.id().equals(own))
                .filter(r -> Unaccented.of(r.number() + " " + r.shortTitle()).contains(text))
                .flatMap(r -> r.clauses().stream()
                        .filter(c -> c.label().equalsIgnoreCase(number))
                        .map(c -> citable(r, c)))
                .limit(MOST_FOUND);
    }

    private Stream<Citable> byWords(ResolutionId own, String words) {
        var query = Search.Query.of(words).with(Facet.KIND, Set.of(Passage.Kind.CLAUSE.name()));
        return search.find(query).hits().stream()
                .map(Search.Hit::passage)
                .filter(p -> !p.resolution().equals(own))
                .flatMap(p -> library
                        .resolution(p.resolution())
                        .flatMap(r -> p.clause().flatMap(r::clause).map(c -> citable(r, c)))
                        .stream());
    }

    private static Citable citable(Resolution text, Clause clause) {
        String label = clause.label();
        return new Citable(
                "[" + text.number() + ", " + label + "](clause:" + text.id() + "#" + clause.id() + ")",
                text.number(),
                label,
                clause.title());
    }
}
