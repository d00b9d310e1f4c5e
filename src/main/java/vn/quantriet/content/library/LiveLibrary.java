package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
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
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/**
 * The library in memory, over its folder and history. Readers take the present {@link Shelves} without a lock; whoever changes
 * files, history or shelves holds the one lock. Loading at start publishes no events: whatever depends on texts compares for
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
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Shelves shelves = Shelves.of(Map.of(), List.of());

    LiveLibrary(LibraryPlace place, Clock clock, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.folder = new LibraryFolder(place.library());
        this.events = events;
        this.transactions = transactions;
        boolean ownFiles =
                !LibraryHistory.existsIn(folder.root()) && !folder.texts().isEmpty();
        this.history = LibraryHistory.open(folder.root(), clock);
        this.publishing = new Publishing(folder.root().resolve(LibraryHistory.GIT));
        if (history.isEmpty()) {
            seed(place, ownFiles);
        }
        finishPublishing();
        var names = folder.texts();
        shelves = shelve(names);
        commit(names);
        log.info(
                "library: {} texts, {} problems",
                shelves.newestFirst().size(),
                shelves.problems().size());
    }

    @Override
    public List<Resolution> resolutions() {
        return shelves.newestFirst();
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        return shelved(id).flatMap(Shelved::holding);
    }

    @Override
    public List<Problem> problems() {
        return shelves.problems();
    }

    @Override
    public void destroy() {
        writing.lock();
        try {
            history.close();
        } finally {
            writing.unlock();
        }
    }

    Optional<Shelved> shelved(ResolutionId id) {
        return shelves.find(id);
    }

    Shelves shelves() {
        return shelves;
    }

    LibraryFolder folder() {
        return folder;
    }

    /** Looks at every folder again, those gone included. */
    void refreshAll() {
        Set<String> names = new HashSet<>(folder.texts());
        shelves.texts().keySet().forEach(id -> names.add(id.value()));
        refresh(names);
    }

    /** Looks at some folders again, by name: what changed is in service, told, and committed when this returns. */
    void refresh(Collection<String> names) {
        writing.lock();
        try {
            exchange(names);
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

    /** The newest committed text of a file that is accepted. */
    Optional<SourceFile> newest(String path, Predicate<SourceFile> accepted) {
        writing.lock();
        try {
            return history.newest(
                    path, bytes -> SourceFile.read(path, bytes).file().filter(accepted));
        } finally {
            writing.unlock();
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
            if (!exchange(List.of(id.value())).contains(id)) {
                tell(id);
            }
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

    /** Puts folders as they are now on the shelves and tells which texts read differently. */
    private Set<ResolutionId> exchange(Collection<String> names) {
        var before = shelves;
        var after = shelve(names);
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
        var old = before.find(id);
        var now = after.find(id);
        if (old.isEmpty() || now.isEmpty()) {
            return old.flatMap(Shelved::holding).isEmpty()
                    && now.flatMap(Shelved::holding).isEmpty();
        }
        return old.get().readsLike(now.get());
    }

    private Shelves shelve(Collection<String> names) {
        var existing = folder.texts();
        Map<ResolutionId, Shelved> texts = new HashMap<>(shelves.texts());
        List<Problem> problems = new ArrayList<>();
        for (var name : existing) {
            if (!ResolutionId.isValid(name)) {
                problems.add(Problem.at(name, 1, 1, "folder-name", name));
            }
        }
        for (var name : names) {
            if (ResolutionId.isValid(name)) {
                var id = new ResolutionId(name);
                if (existing.contains(name)) {
                    var before = texts.get(id);
                    var now = Shelving.shelve(folder, history, id, before);
                    texts.put(id, now.equals(before) ? before : now);
                } else {
                    texts.remove(id);
                }
            }
        }
        return Shelves.of(texts, problems);
    }

    /** Records what was changed in the folder itself, as far as it is right; tried again at the next change when it fails. */
    private void commit(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Set<String> good = new HashSet<>();
        Set<String> kept = new HashSet<>();
        shelves.texts().values().forEach(shelved -> {
            good.addAll(shelved.goodFiles());
            kept.add(shelved.id() + "/resolution.md");
        });
        var message = names.size() == 1 ? "Update " + names.iterator().next() : "Update " + names.size() + " texts";
        try {
            history.commit(names, good::contains, path -> !kept.contains(path), LibraryHistory.LIBRARY, message);
        } catch (IOException e) {
            log.warn("library: changes of {} are in service but could not be committed", names, e);
        }
    }

    private void tell(ResolutionId id) {
        transactions.executeWithoutResult(status -> events.publishEvent(new ContentChanged(id)));
    }
}
