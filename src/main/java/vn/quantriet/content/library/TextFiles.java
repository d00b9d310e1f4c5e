package vn.quantriet.content.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.AttachedFiles;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/** The files of one text, of which nothing is in the folder yet: what they hold and what is wrong with each in itself. */
final class TextFiles {
    static final int MOST_FILES = 60;

    private static final String MARKDOWN = ".md";

    private final ResolutionId id;
    private final AttachedFiles attached;
    private final Map<String, String> sources = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<SlideDeck> decks = new ArrayList<>();
    private Optional<ParsedText> text = Optional.empty();
    private List<KeyPoint> keyPoints = List.of();
    private Optional<Quiz> quiz = Optional.empty();

    /**
     * @param files by path below the text's folder; any strings
     * @param attached what lies in {@code files} beside them
     */
    TextFiles(ResolutionId id, Map<String, String> files, AttachedFiles attached) {
        this.id = id;
        this.attached = attached;
        if (files.size() > MOST_FILES) {
            problems.add(Problem.at(id.value(), 1, 1, "files-many", files.size(), MOST_FILES));
            return;
        }
        if (!files.containsKey(Manuscript.TEXT)) {
            problems.add(Problem.at(id + "/" + Manuscript.TEXT, 1, 1, "file-missing"));
        }
        new TreeMap<>(files).forEach(this::read);
    }

    private void read(String name, String content) {
        if (name.equals(Manuscript.TEXT)) {
            text = parsed(name, content, file -> LibraryFormat.resolution(id, file));
        } else if (name.equals(Manuscript.KEY_POINTS)) {
            keyPoints = parsed(name, content, file -> LibraryFormat.keyPoints(id, file))
                    .orElse(List.of());
        } else if (name.equals(Manuscript.QUIZ)) {
            quiz = parsed(name, content, file -> LibraryFormat.quiz(id, file));
        } else if (name.startsWith(Manuscript.DECKS) && name.endsWith(MARKDOWN)) {
            deck(name, content);
        } else {
            problems.add(Problem.at(id + "/" + name, 1, 1, "file-unknown", name));
        }
    }

    private void deck(String name, String content) {
        var deck = Manuscript.deckName(name);
        if (DeckId.isValidName(deck)) {
            parsed(name, content, file -> LibraryFormat.deck(new DeckId(id, deck), file))
                    .ifPresent(decks::add);
        } else {
            problems.add(Problem.at(id + "/" + name, 1, 1, "deck-name", deck));
        }
    }

    private <T> Optional<T> parsed(String name, String content, Function<SourceFile, Parsed<T>> parser) {
        var read = SourceFile.read(id + "/" + name, content.getBytes(StandardCharsets.UTF_8));
        problems.addAll(read.problems());
        return read.file().map(file -> file.beside(attached)).flatMap(file -> {
            sources.put(name, file.text());
            var parsed = parser.apply(file);
            problems.addAll(parsed.problems());
            citations.addAll(parsed.citations());
            return parsed.value();
        });
    }

    /** The files as they are to be written, of those that could be read. */
    Map<String, String> sources() {
        return sources;
    }

    /** What is wrong with each in itself; citations depend on the clauses that there are. */
    List<Problem> problems() {
        return problems;
    }

    List<Citation> citations() {
        return citations;
    }

    /** With the ids that come from their places. */
    Optional<ParsedText> text() {
        return text;
    }

    List<CitingItem> items() {
        return CitingItem.of(id, keyPoints, decks, quiz);
    }
}
