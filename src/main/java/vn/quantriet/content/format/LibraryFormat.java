package vn.quantriet.content.format;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.quantriet.content.Clause;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;

/**
 * Reads the files of a text. Any input gives a result: what is wrong is said in its problems, all at once, and nothing is thrown.
 * Stateless and safe for use by many threads.
 */
public final class LibraryFormat {
    private LibraryFormat() {}

    public static Parsed<ParsedText> resolution(ResolutionId id, SourceFile file) {
        return guarded(id, file, ResolutionFile::parse);
    }

    public static Parsed<List<KeyPoint>> keyPoints(ResolutionId id, SourceFile file) {
        return guarded(id, file, (i, f) -> KeyPointsFile.parse(i, f, Html.around(i, f)));
    }

    public static Parsed<Quiz> quiz(ResolutionId id, SourceFile file) {
        return guarded(id, file, (i, f) -> QuizFile.parse(i, f, Html.around(i, f)));
    }

    /** Finds the same problems as {@link #keyPoints}; what it gives has no HTML. */
    public static Parsed<List<KeyPoint>> checkKeyPoints(ResolutionId id, SourceFile file) {
        return guarded(id, file, (i, f) -> KeyPointsFile.parse(i, f, Html.none(i)));
    }

    /** Finds the same problems as {@link #quiz}; what it gives has no HTML. */
    public static Parsed<Quiz> checkQuiz(ResolutionId id, SourceFile file) {
        return guarded(id, file, (i, f) -> QuizFile.parse(i, f, Html.none(i)));
    }

    /** Finds the same problems as {@link #deck}; what it gives has no HTML. */
    public static Parsed<SlideDeck> checkDeck(DeckId id, SourceFile file) {
        return guarded(id, file, (i, f) -> DeckSource.parse(i, f, Html.none(i.resolution())));
    }

    /** @param clauses of the text beside which the file lies, with the ids that come from their places */
    public static Parsed<ClauseRegister> register(ResolutionId id, SourceFile file, List<Clause> clauses) {
        return guarded(id, file, (text, source) -> RegisterFile.parse(text, source, clauses));
    }

    /**
     * A text with the identities that its clauses have by the register beside it; by their places when there is none that was
     * written for it. Absent when the text cannot be made out.
     */
    public static Optional<ParsedText> identified(ResolutionId id, SourceFile text, Optional<SourceFile> register) {
        return resolution(id, text)
                .value()
                .map(raw -> register.flatMap(file ->
                                register(id, file, raw.resolution().clauses()).value())
                        .filter(r -> r.isFor(raw.resolution().clauses()))
                        .map(r -> r.applied(raw))
                        .orElse(raw));
    }

    /** Of a file's text: the hash of the deck, quiz or text that is read from it. */
    public static String hash(String text) {
        return Hashes.of(text);
    }

    public static Parsed<SlideDeck> deck(DeckId id, SourceFile file) {
        return guarded(id, file, (i, f) -> DeckSource.parse(i, f, Html.around(i.resolution(), f)));
    }

    /** A deck opened slide by slide, for a file that is right. */
    public static Manuscript.File opened(DeckId id, SourceFile file) {
        var pages = DeckSource.places(id, file).stream()
                .map(place -> new Manuscript.Page(
                        WrittenHtml.of(file.text().substring(place.from(), place.to()), id.resolution()),
                        WrittenHtml.of(file.text().substring(place.notes(), place.end()), id.resolution())))
                .toList();
        return new Manuscript.File(FrontMatter.lines(file.text()), pages);
    }

    /** Any other file opened, for one that is right. */
    public static Manuscript.File opened(ResolutionId id, SourceFile file) {
        var body = file.text().substring(FrontMatter.bodyStart(file.text()));
        return new Manuscript.File(
                FrontMatter.lines(file.text()), List.of(new Manuscript.Page(WrittenHtml.of(body, id), "")));
    }

    /**
     * Flexmark descends by recursion, and takes quadratic time over some inputs. A file nested thousands deep, or one that takes
     * seconds, is nobody's text, but must not end the thread or keep it.
     */
    private static <I, T> Parsed<T> guarded(I id, SourceFile file, BiFunction<I, SourceFile, Parsed<T>> parser) {
        try {
            return parser.apply(id, file);
        } catch (StackOverflowError e) {
            return refused(file, "file-nested");
        } catch (PatientText.TooComplex e) {
            return refused(file, "file-complex");
        }
    }

    private static <T> Parsed<T> refused(SourceFile file, String code) {
        return new Parsed<>(Optional.empty(), List.of(Problem.at(file.path(), 1, 1, code)), List.of());
    }
}
