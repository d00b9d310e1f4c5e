package vn.quantriet.editing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.Checked;

/**
 * Writes the files of a draft. An older version of a file never overwrites a newer one, and of two that were written at once the one
 * that loses is put aside among the {@link #copies}. Only the author writes; whoever sees the draft may read.
 */
@Service
@Transactional
public class DraftWriting {
    private static final int MOST_FILES = 60;

    private final DraftStore store;
    private final DraftFiles files;
    private final KeptCopies copies;
    private final DraftAccess access;
    private final TextPublishing publishing;
    private final Clock clock;

    DraftWriting(
            DraftStore store,
            DraftFiles files,
            KeptCopies copies,
            DraftAccess access,
            TextPublishing publishing,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.copies = copies;
        this.access = access;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** A file in the list of a draft. */
    public record FileEntry(String path, boolean changed) {}

    /**
     * A file's words.
     *
     * @param version what the next save is based on
     * @param writable whether the acting member may change it now
     */
    public record FileText(String path, String body, int version, boolean writable) {}

    /**
     * What became of a save.
     *
     * @param version of the file as it is kept now
     * @param elsewhere the file's words now, when they are not those that were saved: they were changed elsewhere, and those that
     *     were saved here are put aside
     */
    public record Saved(int version, Optional<String> elsewhere) {}

    /** Words that were put aside. */
    public record CopyEntry(long id, String path, Instant keptAt) {}

    @Transactional(readOnly = true)
    public List<FileEntry> files(DraftId id) {
        access.requireSees(store.find(id));
        return files.headings(id.value()).stream()
                .map(f -> new FileEntry(f.getPath(), f.getChanged()))
                .sorted(Comparator.comparing(FileEntry::path, TextFile.ORDER))
                .toList();
    }

    /** A file, unless the draft has none of that name. */
    @Transactional(readOnly = true)
    public Optional<FileText> read(DraftId id, String path) {
        var draft = store.find(id);
        access.requireSees(draft);
        boolean writable = draft.isOf(access.me()) && draft.state().isWritable();
        return files.findByDraftAndPath(id.value(), path)
                .flatMap(file -> file.body().map(body -> new FileText(path, body, file.version(), writable)));
    }

    /**
     * Keeps a file's words.
     *
     * @param version of the file that they were made from
     * @throws DraftInOtherState when the draft cannot be written now
     * @throws FileRefused when it is too large
     */
    public Saved save(DraftId id, String path, String body, int version) {
        var words = TextFile.cleaned(path, body);
        var draft = writable(id);
        var file = files.findByDraftAndPath(id.value(), path)
                .orElseThrow(() -> new FileRefused(FileRefused.Reason.NAME, path));
        var now = file.body();
        if (now.equals(Optional.of(words))) {
            return new Saved(file.version(), Optional.empty());
        }
        if (file.version() != version) {
            store.keep(id, path, words);
            return new Saved(file.version(), Optional.of(now.orElse("")));
        }
        file.write(words, clock.instant());
        draft.write(clock.instant());
        return new Saved(files.saveAndFlush(file).version(), Optional.empty());
    }

    /** As {@link #save}, but what is there now is put aside when it is another version than that of {@code version}. */
    public Saved replace(DraftId id, String path, String body, int version) {
        var file = files.findByDraftAndPath(id.value(), path);
        if (file.isPresent() && file.get().version() != version) {
            store.keep(id, path, file.get().body().orElse(null));
            return save(id, path, body, file.get().version());
        }
        return save(id, path, body, version);
    }

    /**
     * Adds a file with the skeleton of one.
     *
     * @throws FileRefused when there is one, or no file of a text is called so
     */
    public void add(DraftId id, String path) {
        var draft = writable(id);
        if (!TextFile.isValid(path)) {
            throw new FileRefused(FileRefused.Reason.NAME, path);
        }
        if (files.headings(id.value()).size() >= MOST_FILES) {
            throw new FileRefused(FileRefused.Reason.TOO_MANY, path);
        }
        put(id, path, Skeleton.file(path, access.name(access.me()).name()), draft);
    }

    private void put(DraftId id, String path, String words, TextDraft draft) {
        var kept = files.findByDraftAndPath(id.value(), path);
        if (kept.flatMap(DraftFile::body).isPresent()) {
            throw new FileRefused(FileRefused.Reason.EXISTS, path);
        }
        try {
            var file = kept.orElseGet(() -> new DraftFile(id, path, null, null, clock.instant()));
            file.write(words, clock.instant());
            files.saveAndFlush(file);
            draft.write(clock.instant());
        } catch (DataIntegrityViolationException e) {
            throw new FileRefused(FileRefused.Reason.EXISTS, path);
        }
    }

    /** Takes a file out; its words are put aside. */
    public void remove(DraftId id, String path) {
        var draft = writable(id);
        if (path.equals(Manuscript.TEXT)) {
            throw new FileRefused(FileRefused.Reason.NEEDED, path);
        }
        files.findByDraftAndPath(id.value(), path).ifPresent(file -> {
            store.keep(id, path, file.body().orElse(null));
            file.write(null, clock.instant());
            draft.write(clock.instant());
        });
    }

    /** What was put aside, last first. */
    @Transactional(readOnly = true)
    public List<CopyEntry> copies(DraftId id) {
        access.requireSees(store.find(id));
        return copies.headings(id.value()).stream()
                .map(c -> new CopyEntry(c.getId(), c.getPath(), c.getKeptAt()))
                .toList();
    }

    /** The words that were put aside; absent when there are none of that number. */
    @Transactional(readOnly = true)
    public Optional<String> copy(DraftId id, long number) {
        access.requireAuthor(store.find(id));
        return copies.findByIdAndDraft(number, id.value()).map(KeptCopy::body);
    }

    /** Puts words that were put aside back into their file; what is there now is put aside in turn. */
    public void restore(DraftId id, long number) {
        var draft = writable(id);
        var copy = copies.findByIdAndDraft(number, id.value()).orElseThrow(() -> new DraftNotFound(id));
        var file = files.findByDraftAndPath(id.value(), copy.path())
                .orElseGet(() -> new DraftFile(id, copy.path(), null, null, clock.instant()));
        store.keep(id, copy.path(), file.body().orElse(null));
        file.write(copy.body(), clock.instant());
        files.save(file);
        draft.write(clock.instant());
    }

    /** What would be said of the draft if it were published as it is. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Checked check(DraftId id) {
        var snapshot = store.seen(id);
        return publishing.check(snapshot.draft().text(), snapshot.files(), snapshot.attachments());
    }

    /** Whether another version of the text came out since the draft was begun. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean isReplaced(DraftId id) {
        var snapshot = store.seen(id);
        return snapshot.draft().state() != DraftState.PUBLISHED
                && isReplaced(
                        publishing.edition(snapshot.draft().text()),
                        snapshot.baseVersion().orElse(null));
    }

    private static boolean isReplaced(Optional<TextPublishing.Edition> edition, @Nullable String base) {
        return !edition.map(TextPublishing.Edition::version).equals(Optional.ofNullable(base));
    }

    private TextDraft writable(DraftId id) {
        var draft = store.lock(id);
        access.requireAuthor(draft);
        if (!draft.state().isWritable()) {
            throw new DraftInOtherState("write", draft.state());
        }
        return draft;
    }
}
