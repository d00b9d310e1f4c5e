package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
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
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/**
 * The library over its folder and history: metadata and clauses in memory, words read when they are asked for. Readers take the
 * present {@link Shelves} without a lock; whoever changes files, history or shelves holds the one lock. Loading at start publishes no
 * events: whatever depends on texts compares for itself when it starts.
 */
@Component
class LiveLibrary implements Library, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(LiveLibrary.class);

    private final LibraryFolder folder;
    private final LibraryHistory history;
    private final Publishing publishing;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final AttachmentShelf attachments;
    private final Bodies bodies;
    private final Identities identities;
    private final Catalogue catalogue;
    private final ReentrantLock writing = new ReentrantLock();
    /** Folders with changes that are in service and could not be committed. Under the lock. */
    private final Set<String> uncommitted = new HashSet<>();

    private volatile Shelves shelves = Shelves.EMPTY;
    private volatile Optional<String> servedCommit = Optional.empty();

    LiveLibrary(LibraryPlace place, Clock clock, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.folder = new LibraryFolder(place.library(), clock);
        this.events = events;
        this.transactions = transactions;
        boolean ownFiles = !LibraryHistory.existsIn(folder.root()) && !folder.isEmpty();
        this.history = LibraryHistory.open(folder.root(), clock);
        this.attachments = new AttachmentShelf(folder);
        this.bodies = new Bodies(folder, history, attachments);
        this.identities = new Identities(history, new Unsettled(folder.root().resolve(LibraryHistory.GIT)));
        this.publishing = new Publishing(folder, history);
        this.catalogue = new Catalogue(place.catalogue(), ReadingRules.ofThisProgram());
        if (history.isEmpty()) {
            catalogue.clear();
            seed(place, ownFiles);
        } else {
            var known = catalogue.read();
            shelves = shelves.with(known.keySet(), known.values(), List.of());
        }
        completePublishing();
        var changed = shelves.outdated(folder.scan());
        var before = shelves;
        shelves = shelve(changed, before);
        commit(bringRegistersUpToDate(changed, before));
        servedCommit = history.head();
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

    /** A commit of which everything is in service; what is in service may be newer. */
    Optional<String> servedCommit() {
        return servedCommit;
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

    /**
     * A text opened to be written in another format, all of one version.
     *
     * @param files in service, by path below the text's folder
     */
    record Copied(Opened opened, Map<String, SourceFile> files) {}

    Optional<Copied> copy(ResolutionId id) {
        return reading(
                id,
                shelved -> shelved.listing()
                        .flatMap(listing -> bodies.text(shelved)
                                .flatMap(text -> bodies.holding(shelved)
                                        .map(holding -> new Copied(
                                                new Opened(text, holding, listing.version()),
                                                bodies.files(shelved))))));
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

    AttachmentShelf attachments() {
        return attachments;
    }

    /** Looks for folders that have changed, those gone included, and then at these again. */
    void refreshAll() {
        refresh(shelves.outdated(folder.scan()));
    }

    /** Looks at some folders again, by name: what changed is in service, told, and committed when this returns. */
    void refresh(Collection<String> names) {
        writing.lock();
        try {
            if (names.isEmpty() && uncommitted.isEmpty()) {
                return;
            }
            var before = shelves;
            exchange(names, before);
            commit(bringRegistersUpToDate(names, before));
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
        return history.lastAuthor(path);
    }

    /** Holds the lock, for what must not come between looking and changing. */
    <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Changes files in one commit, and brings them into service. When the commit fails, files and service are as they were. A process
     * that is killed meanwhile has changed nothing, or the next start completes it in the author's name.
     *
     * @return the commit's name
     */
    String publish(Changeset changes) {
        writing.lock();
        try {
            var commit = publishing.publish(changes);
            var told = exchange(changes.folders(), shelves);
            changes.texts().stream().filter(id -> !told.contains(id)).forEach(this::tell);
            remember(changes.folders());
            return commit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    private void completePublishing() {
        try {
            publishing.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Markdown files of a text as they are now, right or not, by path below its folder. */
    Map<String, String> sources(ResolutionId id) {
        Map<String, String> sources = new TreeMap<>();
        try {
            for (var file : folder.state(id.value()).files()) {
                if (file.isMarkdown()) {
                    var path = id + "/" + file.path();
                    folder.read(path)
                            .ifPresent(bytes -> sources.put(
                                    file.path(),
                                    text(path, Optional.of(bytes))
                                            .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8))));
                }
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of a text by which the clauses of the next one are identified. */
    Optional<Identities.Known> known(ResolutionId id) {
        return identities.known(id, shelves.find(id));
    }

    /** What cites clauses in the files of a text that are in service. */
    List<CitingItem> items(ResolutionId id) {
        return shelves.find(id).map(this::items).orElse(List.of());
    }

    private List<CitingItem> items(Shelved shelved) {
        return bodies.holding(shelved)
                .map(holding -> CitingItem.of(shelved.id(), holding.keyPoints(), holding.decks(), holding.quiz()))
                .orElse(List.of());
    }

    /** The registers' files that say something else after a change, by path below the library folder. */
    Map<String, Optional<byte[]>> registerFiles(Registers.Change change) {
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        new Registers(shelves, this::items).after(change).forEach((id, register) -> {
            var path = id + "/" + ClauseRegister.FILE;
            if (register.isNeeded() || folder.holds(path)) {
                files.put(
                        path,
                        register.isNeeded()
                                ? Optional.of(register.yaml().getBytes(StandardCharsets.UTF_8))
                                : Optional.empty());
            }
        });
        return files;
    }

    /**
     * Brings the registers into line with folders that were read again, and writes them.
     *
     * @param before what was in service until then
     * @return {@code names}, and those of the other folders whose register was changed by it
     */
    private Set<String> bringRegistersUpToDate(Collection<String> names, Shelves before) {
        Set<String> all = new TreeSet<>(names);
        var change = Registers.Change.between(before, shelves, names, this::items);
        new Registers(shelves, this::items).after(change).forEach((id, register) -> {
            all.add(id.value());
            shelves.find(id)
                    .filter(shelved -> !shelved.register().equals(register))
                    .map(shelved -> shelved.with(register, identities.keep(register)))
                    .ifPresent(shelved -> shelves = shelves.with(List.of(id.value()), List.of(shelved), List.of()));
        });
        for (var name : all) {
            if (ResolutionId.isValid(name)) {
                shelves.find(new ResolutionId(name)).ifPresent(this::writeRegister);
            }
        }
        return all;
    }

    private void writeRegister(Shelved shelved) {
        var path = shelved.id() + "/" + ClauseRegister.FILE;
        var wanted = Optional.ofNullable(shelved.served().get(ClauseRegister.FILE));
        try {
            boolean asWanted = folder.read(path).map(LibraryHistory::nameOf).equals(wanted);
            if (!asWanted && shelved.good().contains(Manuscript.TEXT)) {
                folder.write(Map.of(
                        path, wanted.map(blob -> shelved.register().yaml().getBytes(StandardCharsets.UTF_8))));
            }
        } catch (IOException e) {
            log.warn("library: {} could not be written; it is tried again with the next change", path, e);
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
            history.begin(!ownFiles);
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
                .flatMap(id -> Shelving.shelve(folder, history, identities, attachments, id, known.find(id)).stream())
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
        servedCommit = history.head();
    }

    private void tell(ResolutionId id) {
        transactions.executeWithoutResult(status -> events.publishEvent(new ContentChanged(id)));
    }
}
