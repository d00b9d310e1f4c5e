package vn.quantriet.search.use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ActingAuthor;
import vn.quantriet.content.WordList;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.search.use.LineRefused.Reason;
import vn.quantriet.search.vietnamese.Abbreviations;
import vn.quantriet.search.vietnamese.Spelling;

/**
 * The short forms and synonyms that search knows, for those who may change them: editors and administrators; anyone else is refused
 * with an {@link AccessDeniedException}. Each change is a commit in the acting member's name, and search follows within two seconds.
 * Not to be called within a transaction.
 */
@Service
public class SearchWords {
    private static final Set<Role> WRITERS = EnumSet.of(Role.EDITOR, Role.ADMINISTRATOR);
    private static final int LONGEST_LINE = 200;

    /** As many as a query is looked up by. */
    private static final int MOST_WORDS = 6;

    private final WordList list;
    private final CurrentMember current;
    private final ActingAuthor author;

    SearchWords(WordList list, CurrentMember current, ActingAuthor author) {
        this.list = list;
        this.current = current;
        this.author = author;
    }

    /**
     * A line that is no remark.
     *
     * @param isGood whether search can make it out
     */
    public record Line(String text, boolean isSynonym, boolean isGood) {}

    /** All lines but remarks, the newest first. */
    public List<Line> lines() {
        requireWriter();
        return list.lines().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !isRemark(line))
                .map(line -> new Line(line, isSynonym(line), problems(line).isEmpty()))
                .toList()
                .reversed();
    }

    /** The line that says that two phrases mean the same, as it would be added. */
    public static String synonyms(String one, String other) {
        return tidy(one) + " ~ " + tidy(other);
    }

    /** Whether a phrase has more words than a query is looked up by. */
    public static boolean isTooLong(String phrase) {
        return Spelling.words(Spelling.clean(phrase)).size() > MOST_WORDS;
    }

    /** @throws LineRefused when it is no line, or is there already */
    public void add(String line) {
        requireWriter();
        String added = checked(line);
        change("Add to the search words: " + added, lines -> {
            if (lines.stream().anyMatch(known -> isSame(known, added))) {
                throw new LineRefused(Reason.THERE_ALREADY, added);
            }
            lines.add(added);
            return lines;
        });
    }

    /** @throws LineRefused when {@code line} is not there any more, or {@code better} is no line, or is there already */
    public void replace(String line, String better) {
        requireWriter();
        String wanted = checked(better);
        change("Change in the search words: " + wanted, lines -> {
            int at = find(lines, line);
            for (int i = 0; i < lines.size(); i++) {
                if (i != at && isSame(lines.get(i), wanted)) {
                    throw new LineRefused(Reason.THERE_ALREADY, wanted);
                }
            }
            lines.set(at, wanted);
            return lines;
        });
    }

    /** @throws LineRefused when it is not there any more */
    public void remove(String line) {
        requireWriter();
        change("Remove from the search words: " + line.strip(), lines -> {
            lines.remove(find(lines, line));
            return lines;
        });
    }

    /** @throws LineRefused when search could not make it out */
    public static String checked(String line) {
        String tidy = tidy(line);
        if (tidy.isEmpty()
                || isRemark(tidy)
                || tidy.length() > LONGEST_LINE
                || !problems(tidy).isEmpty()) {
            throw new LineRefused(Reason.NOT_A_LINE, tidy);
        }
        if (isSynonym(tidy)) {
            checkPhrases(tidy);
        }
        return tidy;
    }

    private static void checkPhrases(String line) {
        var phrases = Arrays.stream(line.split("~")).map(Spelling::words).toList();
        if (Arrays.stream(line.split("~")).anyMatch(SearchWords::isTooLong)) {
            throw new LineRefused(Reason.TOO_LONG, line);
        }
        if (phrases.stream().anyMatch(List::isEmpty)
                || phrases.stream().map(SearchWords::canonical).distinct().count() < phrases.size()) {
            throw new LineRefused(Reason.NOT_A_LINE, line);
        }
    }

    private static String canonical(List<String> words) {
        return words.stream().map(Spelling::canonical).collect(Collectors.joining(" "));
    }

    private void change(String message, UnaryOperator<List<String>> change) {
        list.change(lines -> change.apply(new ArrayList<>(lines)), author.author(), message);
    }

    private static int find(List<String> lines, String line) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(line.strip())) {
                return i;
            }
        }
        throw new LineRefused(Reason.GONE, line);
    }

    private static boolean isSame(String one, String other) {
        return tidy(one).equalsIgnoreCase(other);
    }

    private static List<String> problems(String line) {
        return Abbreviations.parse(List.of(line)).problems();
    }

    private static boolean isRemark(String line) {
        return line.startsWith("#");
    }

    private static boolean isSynonym(String line) {
        return line.indexOf('~') > 0;
    }

    private static String tidy(String text) {
        return Spelling.clean(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private void requireWriter() {
        if (!current.isSignedIn() || current.roles().stream().noneMatch(WRITERS::contains)) {
            throw new AccessDeniedException("expected one of the roles " + WRITERS);
        }
    }
}
