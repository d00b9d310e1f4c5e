package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.Author;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/**
 * The library over its folder and history: metadata and clauses in memory, words read when they are asked for. Readers take the
 * present {@link Shelves} without a lock; whoever changes files, history or shelves holds the one lock. Loading at start publishes no events: whatever depends on texts compares for
 * itself when it starts.
 */
@Component
class LiveLibrary implements Library, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(LiveLibrary.class);

    private final LibraryFolder folder;
    private final LibraryHistory history;
    private final Publishing publishing;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Bodies bodies;
    private final Catalogue catalogue;
    private final ReentrantLock writing = new ReentrantLock();
    /** Folders with changes that are in service and could not be committed. Under the lock. */
    private final Set<String> uncommitted = new HashSet<>();

    private volatile Shelves shelves = Shelves.EMPTY;

    LiveLibrary(LibraryPlace place, Clock clock, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.folder = new LibraryFolder(place.library(), clock);
        this.events = events;
        this.transactions = transactions;
        boolean ownFiles = !LibraryHistory.existsIn(folder.root()) && !folder.isEmpty();
        this.history = LibraryHistory.open(folder.root(), clock);
        this.bodies = new Bodies(folder, history);
        this.publishing = new Publishing(folder.root().resolve(LibraryHistory.GIT));
        this.catalogue = new Catalogue(place.catalogue(), ReadingRules.ofThisProgram());
        if (history.isEmpty()) {
            catalogue.clear();
            seed(place, ownFiles);
        } else {
            var known = catalogue.read();
            shelves = shelves.with(known.keySet(), known.values(), List.of());
        }
        finishPublishing();
        var changed = shelves.outdated(folder.scan());
        shelves = shelve(changed, shelves);
        commit(changed);
        log.info(
                "library: {} texts, {} of them read, {} problems",
                shelves.newestFirst().size(),
                changed.size(),
                shelves.problems().size());
    }

    @Override
    public List<Resolution> resolutions() {
        return shelves.newestFirst();
    }

    @Override
    public Optional<Listing> listing(ResolutionId id) {
        return shelves.find(id).flatMap(Shelved::listing);
    }

    @Override
    public Optional<Resolution> resolution(ResolutionId id) {
        return shelves.resolution(id);
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        return reading(id, bodies::holding);
    }

    /** A text opened to be shown, all of one version. */
    record Opened(ParsedText text, Holding holding, String version) {}

    Optional<Opened> open(ResolutionId id) {
        return reading(
                id,
                shelved -> shelved.listing()
                        .flatMap(listing -> bodies.text(shelved)
                                .flatMap(text -> bodies.holding(shelved)
                                        .map(holding -> new Opened(text, holding, listing.version())))));
    }

    /** Whoever asks gets the failure; the next one finds the folder read anew. */
    private <T> Optional<T> reading(ResolutionId id, Function<Shelved, Optional<T>> reading) {
        try {
            return shelves.find(id).flatMap(reading);
        } catch (Bodies.Lost e) {
            log.warn("library: {} is read again", id, e);
            Thread.ofVirtual().name("library-mend").start(() -> mend(id));
            throw e;
        }
    }

    private void mend(ResolutionId id) {
        writing.lock();
        try {
            var forgotten = shelves.with(List.of(id.value()), List.of(), List.of());
            exchange(List.of(id.value()), forgotten);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<Problem> problems() {
        return shelves.problems();
    }

    @Override
    public void destroy() {
        writing.lock();
        try {
            catalogue.close();
            history.close();
        } finally {
            writing.unlock();
        }
    }

    Shelves shelves() {
        return shelves;
    }

    LibraryFolder folder() {
        return folder;
    }

    /** Looks for folders that have changed, those gone included, and then at these again. */
    void refreshAll() {
        refresh(shelves.outdated(folder.scan()));
    }

    /** Looks at some folders again, by name: what changed is in service, told, and committed when this returns. */
    void refresh(Collection<String> names) {
        writing.lock();
        try {
            exchange(names, shelves);
            commit(names);
        } finally {
            writing.unlock();
        }
    }

    /** The text of a file, when it is one. */
    Optional<String> source(String path) {
        try {
            return text(path, folder.read(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who last committed a change of a file. */
    Optional<Author> lastAuthor(String path) {
        writing.lock();
        try {
            return history.lastAuthor(path);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Changes a file, commits it, and brings it into service. When the commit fails, file and service are as they were. A crash
     * in between is made good at the next start, in the author's name.
     *
     * @param path below the library folder
     * @param base hash of the text that the file must hold now, empty when there must be none
     * @return whether the file was that of {@code base}; if not, nothing has changed
     */
    boolean publish(ResolutionId id, String path, String text, Author author, Optional<String> base) {
        writing.lock();
        try {
            var old = folder.read(path);
            if (!text(path, old).map(LibraryFormat::hash).equals(base)) {
                return false;
            }
            publishing.begin(new Publishing.Intent(path, LibraryFormat.hash(text), author));
            try {
                folder.write(path, text);
                record(path, author);
            } catch (IOException e) {
                putBack(path, old, e);
                publishing.end();
                throw e;
            }
            published(path);
            if (!exchange(List.of(id.value()), shelves).contains(id)) {
                tell(id);
            }
            remember(List.of(id.value()));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    /** A note that stays does no harm: what it names is committed, and the next one replaces it. */
    private void published(String path) {
        try {
            publishing.end();
        } catch (IOException e) {
            log.warn("library: {} is published, but the note of it could not be deleted", path, e);
        }
    }

    private void record(String path, Author author) throws IOException {
        history.commit(List.of(path), p -> true, p -> false, author, "Publish " + path);
    }

    /** When this fails too, the intent stays and the next start records what lies there. */
    private void putBack(String path, Optional<byte[]> old, IOException why) throws IOException {
        try {
            if (old.isPresent()) {
                folder.write(path, old.get());
            } else {
                folder.delete(path);
            }
        } catch (IOException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    /** Commits what a predecessor wrote and was killed before committing. */
    private void finishPublishing() {
        try {
            var begun = publishing.begun();
            if (begun.isPresent()) {
                var intent = begun.get();
                if (source(intent.path()).map(LibraryFormat::hash).equals(Optional.of(intent.hash()))) {
                    record(intent.path(), intent.author());
                }
                publishing.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(String path, Optional<byte[]> bytes) {
        return bytes.flatMap(b -> SourceFile.read(path, b).file()).map(SourceFile::text);
    }

    private void seed(LibraryPlace place, boolean ownFiles) {
        if (!ownFiles && Files.isDirectory(place.contentSeed())) {
            folder.copyFrom(place.contentSeed().toAbsolutePath());
        }
        try {
            history.commit(List.of(), p -> true, p -> true, LibraryHistory.LIBRARY, "Seed");
        } catch (IOException e) {
            throw new UncheckedIOException("could not start the library's history in " + folder.root(), e);
        }
    }

    /**
     * Puts folders as they are now on the shelves and tells which texts read differently.
     *
     * @param known what may stay in service when a file is wrong
     */
    private Set<ResolutionId> exchange(Collection<String> names, Shelves known) {
        var before = shelves;
        var after = shelve(names, known);
        shelves = after;
        Set<ResolutionId> changed = new HashSet<>();
        for (var name : names) {
            if (ResolutionId.isValid(name) && !readsAlike(before, after, new ResolutionId(name))) {
                changed.add(new ResolutionId(name));
            }
        }
        changed.forEach(this::tell);
        return changed;
    }

    private static boolean readsAlike(Shelves before, Shelves after, ResolutionId id) {
        return before.version(id).equals(after.version(id));
    }

    /** Reads folders, on every processor when there are many. */
    private Shelves shelve(Collection<String> names, Shelves known) {
        var read = names.parallelStream()
                .filter(ResolutionId::isValid)
                .map(ResolutionId::new)
                .flatMap(id -> Shelving.shelve(folder, history, id, known.find(id)).stream())
                .toList();
        var strange = names.stream()
                .filter(name -> !ResolutionId.isValid(name)
                        && !folder.state(name).files().isEmpty())
                .toList();
        return known.with(names, read, strange);
    }

    /** Records what was changed in the folder itself, as far as it is right; tried again with the next change when it fails. */
    private void commit(Collection<String> names) {
        uncommitted.addAll(names);
        if (uncommitted.isEmpty()) {
            return;
        }
        var message = uncommitted.size() == 1
                ? "Update " + uncommitted.iterator().next()
                : "Update " + uncommitted.size() + " texts";
        try {
            history.commit(
                    uncommitted, shelves::isGood, path -> !shelves.isKept(path), LibraryHistory.LIBRARY, message);
            var committed = List.copyOf(uncommitted);
            uncommitted.clear();
            remember(committed);
        } catch (IOException e) {
            log.warn("library: changes of {} texts are in service but could not be committed", uncommitted.size(), e);
        }
    }

    /** What is not committed must be found changed at the next start, and then committed. */
    private void remember(Collection<String> names) {
        List<Shelved> read = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (var name : names) {
            if (ResolutionId.isValid(name) && !uncommitted.contains(name)) {
                shelves.find(new ResolutionId(name)).ifPresentOrElse(read::add, () -> gone.add(name));
            }
        }
        catalogue.keep(read, gone);
    }

    private void tell(ResolutionId id) {
        transactions.executeWithoutResult(status -> events.publishEvent(new ContentChanged(id)));
    }
}
