package vn.quantriet.content.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ClauseRegister;
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
    private static final String FILES = "files/";

    private final LibraryFolder folder;
    private final LastGood history;
    private final Identities identities;
    private final AttachmentShelf.Found attached;
    private final ResolutionId id;
    private final Optional<Shelved> before;
    private final Map<String, ObjectId> served = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Citation> elsewhere = new ArrayList<>();
    private final Set<String> good = new HashSet<>();
    private ClauseRegister register = ClauseRegister.NONE;
    private Set<ClauseId> outdated = Set.of();

    private Shelving(
            LibraryFolder folder,
            LastGood history,
            Identities identities,
            AttachmentShelf.Found attached,
            ResolutionId id,
            Optional<Shelved> before) {
        this.folder = folder;
        this.history = history;
        this.identities = identities;
        this.attached = attached;
        this.id = id;
        this.before = before;
    }

    /**
     * @param before what is in service now
     * @return empty when there is no such folder, or no Markdown in it
     */
    static Optional<Shelved> shelve(
            LibraryFolder folder,
            LastGood history,
            Identities identities,
            AttachmentShelf attachments,
            ResolutionId id,
            Optional<Shelved> before) {
        var state = folder.state(id.value());
        return state.files().isEmpty()
                ? Optional.empty()
                : Optional.of(new Shelving(folder, history, identities, attachments.of(id), id, before).shelve(state));
    }

    /** The deck in a file of that name, when it can be one. */
    static Optional<DeckId> deckId(ResolutionId id, String name) {
        var deckName = Manuscript.deckName(name);
        return DeckId.isValidName(deckName) ? Optional.of(new DeckId(id, deckName)) : Optional.empty();
    }

    private Shelved shelve(FolderState state) {
        problems.addAll(attached.problems());
        attached.files().good().keySet().forEach(name -> good.add(FILES + name));
        var resolution = text(state);
        List<DeckListing> decks = new ArrayList<>();
        for (var file : state.files()) {
            var name = file.path();
            if (name.equals(Manuscript.KEY_POINTS)) {
                around(name, keyPoints -> LibraryFormat.checkKeyPoints(id, keyPoints), resolution);
            } else if (name.equals(Manuscript.QUIZ)) {
                around(name, quiz -> LibraryFormat.checkQuiz(id, quiz), resolution);
            } else if (name.startsWith(Manuscript.DECKS)) {
                deck(name, resolution).ifPresent(decks::add);
            } else if (!name.equals(Manuscript.TEXT) && !name.equals(ClauseRegister.FILE) && !name.startsWith(FILES)) {
                problems.add(Problem.at(id + "/" + name, 1, 1, "file-unknown", name));
            }
        }
        var files = Map.copyOf(served);
        return new Shelved(
                id,
                resolution.map(text -> new Listing(text, decks, files.containsKey(Manuscript.QUIZ), version(text))),
                files,
                List.copyOf(problems),
                List.copyOf(elsewhere),
                good.equals(files.keySet()) ? files.keySet() : Set.copyOf(good),
                state,
                register,
                outdated);
    }

    /** Of the files in service and of what is made of them here. */
    private String version(Resolution text) {
        var all = new StringBuilder(text.hash());
        served.forEach((name, blob) -> {
            if (!name.equals(ClauseRegister.FILE)) {
                all.append('\n').append(name).append(' ').append(blob.name());
            }
        });
        register.places()
                .forEach((place, entry) ->
                        all.append('\n').append(place).append(' ').append(entry));
        new TreeMap<>(attached.files().good())
                .forEach((name, file) ->
                        all.append('\n').append(name).append(' ').append(file.hash()));
        return Hashes.of(all.toString());
    }

    /** Its clauses are identified; one of which nobody can say what it is keeps the whole text out of service. */
    private Optional<Resolution> text(FolderState state) {
        var path = id + "/" + Manuscript.TEXT;
        var bytes = read(path);
        var parsed = bytes.flatMap(b -> source(path, b)).map(file -> LibraryFormat.resolution(id, file));
        parsed.ifPresent(p -> {
            problems.addAll(p.problems());
            p.citations().stream().filter(c -> !c.ref().resolution().equals(id)).forEach(elsewhere::add);
        });
        var raw = parsed.filter(Parsed::isGood).flatMap(Parsed::value);
        var beside = beside(
                state, raw.map(ParsedText::resolution).map(Resolution::clauses).orElse(List.of()));
        if (raw.isPresent() && beside.isGood()) {
            var blob = history.keep(bytes.orElseThrow());
            var settled = identities.settle(id, raw.get(), blob, beside.register(), before);
            problems.addAll(settled.problems());
            var text = settled.text().map(ParsedText::resolution);
            var found = text.map(t -> Citation.problems(
                            parsed.get().citations(), other -> other.equals(id) ? text : Optional.empty()))
                    .orElse(List.of());
            problems.addAll(found);
            if (text.isPresent() && found.isEmpty()) {
                good.add(Manuscript.TEXT);
                var file = identities.keep(settled.register());
                file.ifPresent(f -> good.add(ClauseRegister.FILE));
                serve(blob, settled.register(), file);
                outdated = settled.outdated();
                return text;
            }
        }
        return formerText();
    }

    private void serve(ObjectId text, ClauseRegister its, Optional<ObjectId> registerFile) {
        served.put(Manuscript.TEXT, text);
        register = its;
        registerFile.ifPresent(file -> served.put(ClauseRegister.FILE, file));
    }

    private Optional<Resolution> formerText() {
        var inService = before.flatMap(Shelved::resolution);
        if (inService.isPresent()) {
            var shelved = before.get();
            serve(
                    Objects.requireNonNull(shelved.served().get(Manuscript.TEXT), "a text in service has a file"),
                    shelved.register(),
                    Optional.ofNullable(shelved.served().get(ClauseRegister.FILE)));
            return inService;
        }
        var known = identities.known(id, Optional.empty());
        if (known.isPresent()) {
            serve(
                    known.get().version().text(),
                    known.get().register(),
                    known.get().version().register());
            return known.map(k -> k.register().applied(k.raw()).resolution());
        }
        var committed = history.newest(
                id + "/" + Manuscript.TEXT,
                bytes -> SourceFile.read(id + "/" + Manuscript.TEXT, bytes)
                        .file()
                        .map(file -> LibraryFormat.resolution(id, file.beside(attached.files())))
                        .filter(Parsed::isGood)
                        .flatMap(Parsed::value)
                        .map(ParsedText::resolution));
        committed.ifPresent(c -> serve(c.blob(), ClauseRegister.NONE, Optional.empty()));
        return committed.map(LastGood.Committed::reading);
    }

    private record Beside(Optional<ClauseRegister> register, boolean isGood) {}

    private Beside beside(FolderState state, List<Clause> raw) {
        if (state.files().stream().noneMatch(file -> file.path().equals(ClauseRegister.FILE))) {
            return new Beside(Optional.empty(), true);
        }
        var path = id + "/" + ClauseRegister.FILE;
        var parsed =
                read(path).flatMap(bytes -> source(path, bytes)).map(file -> LibraryFormat.register(id, file, raw));
        parsed.ifPresent(p -> problems.addAll(p.problems()));
        return new Beside(
                parsed.flatMap(Parsed::value), parsed.filter(Parsed::isGood).isPresent());
    }

    private <T> void around(String name, Function<SourceFile, Parsed<T>> parser, Optional<Resolution> resolution) {
        served(name, parser, value -> resolution, value -> true, Optional.of(true));
    }

    private Optional<DeckListing> deck(String name, Optional<Resolution> resolution) {
        var deck = deckId(id, name);
        if (deck.isEmpty()) {
            problems.add(Problem.at(id + "/" + name, 1, 1, "deck-name", Manuscript.deckName(name)));
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
            p.value().flatMap(citable).ifPresent(text -> {
                found.addAll(Citation.problems(
                        p.citations(), other -> other.equals(id) ? Optional.of(text) : Optional.empty()));
                found.addAll(Citation.unrelated(p.citations(), text));
            });
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
                        .map(file -> file.beside(attached.files()))
                        .map(parser)
                        .filter(Parsed::isGood)
                        .flatMap(Parsed::value)
                        .map(listed));
        committed.ifPresent(c -> served.put(name, c.blob()));
        return committed.map(LastGood.Committed::reading);
    }

    private Optional<SourceFile> source(String path, byte[] bytes) {
        var read = SourceFile.read(path, bytes);
        problems.addAll(read.problems());
        return read.file().map(file -> file.beside(attached.files()));
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
