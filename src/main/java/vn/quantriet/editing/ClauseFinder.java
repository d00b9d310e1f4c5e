package vn.quantriet.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
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

    /** As it is in service, since its clauses may have other names than their numbers; a new text as it is written. */
    private List<Line> outline(DraftId id, ResolutionId own) {
        return library.find(own)
                .map(holding -> holding.resolution().clauses().stream()
                        .map(c ->
                                new Line(c.id(), c.id().label(), c.title(), Unaccented.of(c.title() + " " + holding.words(c.id()))))
                        .toList())
                .orElseGet(() -> writing.read(id, TextFile.TEXT).stream()
                        .flatMap(file -> Outline.of(file.body()).stream())
                        .map(e -> new Line(e.clause(), e.clause().label(), e.title(), Unaccented.of(e.title())))
                        .toList());
    }

    /** The last word is the clause's number, the others are the text's. */
    private Stream<Citable> byNumber(ResolutionId own, String words) {
        int gap = words.lastIndexOf(' ');
        if (gap < 0) {
            return Stream.empty();
        }
        String number = words.substring(gap + 1).toLowerCase(Locale.ROOT);
        String text = Unaccented.of(words.substring(0, gap).strip());
        if (!NUMBER.matcher(number).matches() || !ClauseId.isValid(number)) {
            return Stream.empty();
        }
        return library.resolutions().stream()
                .filter(r -> !r.id().equals(own))
                .filter(r -> Unaccented.of(r.number() + " " + r.shortTitle()).contains(text))
                .flatMap(r -> r.clause(new ClauseId(number)).map(c -> citable(r, c)).stream());
    }

    private Stream<Citable> byWords(ResolutionId own, String words) {
        var query = new Search.Query(words, Optional.of(Passage.Kind.CLAUSE), Optional.empty(), false, 0, MOST_FOUND);
        return search.find(query).hits().stream()
                .map(Search.Hit::passage)
                .filter(p -> !p.resolution().equals(own))
                .flatMap(p -> library.resolution(p.resolution())
                        .flatMap(r -> p.clause().flatMap(r::clause).map(c -> citable(r, c)))
                        .stream());
    }

    private static Citable citable(Resolution text, Clause clause) {
        String label = clause.id().label();
        return new Citable(
                "[" + text.number() + ", " + label + "](clause:" + text.id() + "#" + clause.id() + ")",
                text.number(),
                label,
                clause.title());
    }
}
