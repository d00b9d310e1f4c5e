package vn.quantriet.content.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.Hashes;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/**
 * Reads one text's folder. Each file stands for itself: one that is wrong stays in service in the version that was in service
 * before or, when nothing was, in the newest committed version that is right in itself. What was committed was right in its
 * citations too, when it was.
 *
 * <p>Every version put into service is in the history's store first, so that its words can be had whatever becomes of the file.
 */
final class Shelving {
    static final String TEXT = "resolution.md";
    static final String KEY_POINTS = "key-points.md";
    static final String QUIZ = "quiz.md";
    static final String SLIDES = "slides/";
    private static final String MARKDOWN = ".md";

    private final LibraryFolder folder;
    private final LibraryHistory history;
    private final ResolutionId id;
    private final Optional<Shelved> before;
    private final Map<String, ObjectId> served = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Citation> elsewhere = new ArrayList<>();
    private final Set<String> good = new HashSet<>();

    private Shelving(LibraryFolder folder, LibraryHistory history, ResolutionId id, Optional<Shelved> before) {
        this.folder = folder;
        this.history = history;
        this.id = id;
        this.before = before;
    }

    /**
     * @param before what is in service now
     * @return empty when there is no such folder, or no Markdown in it
     */
    static Optional<Shelved> shelve(
            LibraryFolder folder, LibraryHistory history, ResolutionId id, Optional<Shelved> before) {
        var state = folder.state(id.value());
        return state.files().isEmpty()
                ? Optional.empty()
                : Optional.of(new Shelving(folder, history, id, before).shelve(state));
    }

    /** The deck in a file of that name, when it can be one. */
    static Optional<DeckId> deckId(ResolutionId id, String name) {
        var deckName = deckName(name);
        return DeckId.isValidName(deckName) ? Optional.of(new DeckId(id, deckName)) : Optional.empty();
    }

    private static String deckName(String name) {
        return name.substring(SLIDES.length(), name.length() - MARKDOWN.length());
    }

    private Shelved shelve(FolderState state) {
        var resolution = text();
        List<DeckListing> decks = new ArrayList<>();
        for (var file : state.files()) {
            var name = file.path();
            if (name.equals(KEY_POINTS)) {
                around(name, keyPoints -> LibraryFormat.checkKeyPoints(id, keyPoints), resolution);
            } else if (name.equals(QUIZ)) {
                around(name, quiz -> LibraryFormat.checkQuiz(id, quiz), resolution);
            } else if (name.startsWith(SLIDES)) {
                deck(name, resolution).ifPresent(decks::add);
            } else if (!name.equals(TEXT)) {
                problems.add(Problem.at(id + "/" + name, 1, 1, "file-unknown", name));
            }
        }
        var files = Map.copyOf(served);
        return new Shelved(
                id,
                resolution.map(text -> new Listing(text, decks, files.containsKey(QUIZ), version(text))),
                files,
                List.copyOf(problems),
                List.copyOf(elsewhere),
                good.equals(files.keySet()) ? files.keySet() : Set.copyOf(good),
                state);
    }

    /** Of the files in service and of what is made of them here. */
    private String version(Resolution text) {
        var all = new StringBuilder(text.hash());
        served.forEach((name, blob) -> all.append('\n').append(name).append(' ').append(blob.name()));
        return Hashes.of(all.toString());
    }

    private Optional<Resolution> text() {
        return served(
                TEXT,
                file -> LibraryFormat.resolution(id, file),
                text -> Optional.of(text.resolution()),
                ParsedText::resolution,
                before.flatMap(Shelved::resolution));
    }

    private <T> void around(String name, Function<SourceFile, Parsed<T>> parser, Optional<Resolution> resolution) {
        served(name, parser, value -> resolution, value -> true, Optional.of(true));
    }

    private Optional<DeckListing> deck(String name, Optional<Resolution> resolution) {
        var deck = deckId(id, name);
        if (deck.isEmpty()) {
            problems.add(Problem.at(id + "/" + name, 1, 1, "deck-name", deckName(name)));
            return Optional.empty();
        }
        return served(
                name,
                file -> LibraryFormat.checkDeck(deck.get(), file),
                slides -> resolution,
                DeckListing::of,
                before.flatMap(Shelved::listing)
                        .flatMap(listing -> listing.decks().stream()
                                .filter(d -> d.id().equals(deck.get()))
                                .findFirst()));
    }

    /**
     * Chooses the version of a file to serve.
     *
     * @param citable the text against which the file's citations of its own text are checked
     * @param listed what is kept in memory
     * @param inService what was kept in memory of the version in service, if any is
     */
    private <T, L> Optional<L> served(
            String name,
            Function<SourceFile, Parsed<T>> parser,
            Function<T, Optional<Resolution>> citable,
            Function<T, L> listed,
            Optional<L> inService) {
        var path = id + "/" + name;
        var bytes = read(path);
        var parsed = bytes.flatMap(b -> source(path, b)).map(parser);
        var found = new ArrayList<Problem>();
        parsed.ifPresent(p -> {
            found.addAll(p.problems());
            p.citations().stream().filter(c -> !c.ref().resolution().equals(id)).forEach(elsewhere::add);
            p.value()
                    .flatMap(citable)
                    .ifPresent(text -> found.addAll(Citation.problems(
                            p.citations(), other -> other.equals(id) ? Optional.of(text) : Optional.empty())));
        });
        problems.addAll(found);
        if (bytes.isPresent()
                && found.isEmpty()
                && parsed.flatMap(Parsed::value).isPresent()) {
            good.add(name);
            served.put(name, history.keep(bytes.get()));
            return parsed.flatMap(Parsed::value).map(listed);
        }
        var blob = before.map(shelved -> shelved.served().get(name));
        if (blob.isPresent() && inService.isPresent()) {
            served.put(name, blob.get());
            return inService;
        }
        var committed = history.newest(
                path,
                old -> SourceFile.read(path, old)
                        .file()
                        .map(parser)
                        .filter(Parsed::isGood)
                        .flatMap(Parsed::value)
                        .map(listed));
        committed.ifPresent(c -> served.put(name, c.blob()));
        return committed.map(LibraryHistory.Committed::reading);
    }

    private Optional<SourceFile> source(String path, byte[] bytes) {
        var read = SourceFile.read(path, bytes);
        problems.addAll(read.problems());
        return read.file();
    }

    private Optional<byte[]> read(String path) {
        try {
            var bytes = folder.read(path);
            if (bytes.isEmpty()) {
                problems.add(Problem.at(path, 1, 1, "file-missing"));
            }
            return bytes;
        } catch (IOException e) {
            problems.add(Problem.at(path, 1, 1, "file-unreadable"));
            return Optional.empty();
        }
    }
}
