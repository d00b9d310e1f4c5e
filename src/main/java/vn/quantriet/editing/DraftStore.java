package vn.quantriet.editing;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/**
 * The rows of drafts. Each method is one transaction and waits for no library: who holds a connection must not wait for somebody who
 * may need one. Checks no authority but who may see a draft where a draft is asked for by a person.
 */
@Component
@Transactional
class DraftStore {
    private static final int MOST_COPIES = 100;

    private final TextDrafts drafts;
    private final DraftFiles files;
    private final KeptCopies copies;
    private final ClauseChoices choices;
    private final DraftAttachments attachments;
    private final DraftAccess access;
    private final Clock clock;

    DraftStore(
            TextDrafts drafts,
            DraftFiles files,
            KeptCopies copies,
            ClauseChoices choices,
            DraftAttachments attachments,
            DraftAccess access,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.copies = copies;
        this.choices = choices;
        this.attachments = attachments;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Everything of a draft at one moment.
     *
     * @param files by path, as written
     * @param base by path, as they were when they were begun
     * @param attachments that come out with it, by name
     */
    record Snapshot(
            DraftSummary draft,
            Optional<String> baseVersion,
            Map<String, String> files,
            Map<String, String> base,
            List<Attachment> attachments) {
        Snapshot {
            attachments = List.copyOf(attachments);
            files = Map.copyOf(files);
            base = Map.copyOf(base);
        }
    }

    Optional<DraftId> openOf(MemberId author, ResolutionId text) {
        return drafts.openOf(author.value(), text.value()).stream()
                .map(TextDraft::id)
                .findFirst();
    }

    DraftId begin(
            MemberId author,
            ResolutionId text,
            String number,
            String title,
            Optional<String> base,
            Map<String, String> body,
            Map<String, String> baseFiles) {
        var draft = drafts.save(new TextDraft(text, number, title, base, author, clock.instant()));
        body.forEach((path, words) ->
                files.save(new DraftFile(draft.id(), path, words, baseFiles.get(path), clock.instant())));
        return draft.id();
    }

    /** As the acting member may see it. */
    @Transactional(readOnly = true)
    Snapshot seen(DraftId id) {
        var draft = find(id);
        access.requireSees(draft);
        return snapshot(draft);
    }

    /** For the program itself. */
    @Transactional(readOnly = true)
    Snapshot snapshot(DraftId id) {
        return snapshot(find(id));
    }

    private Snapshot snapshot(TextDraft draft) {
        Map<String, String> written = new TreeMap<>();
        Map<String, String> base = new TreeMap<>();
        for (var file : files.findByDraft(draft.id().value())) {
            file.body().ifPresent(body -> written.put(file.path(), body));
            file.base().ifPresent(body -> base.put(file.path(), body));
        }
        var beside = attachments.findByDraftOrderByName(draft.id().value()).stream()
                .map(file -> file.toAttachment(draft.text()))
                .toList();
        return new Snapshot(draft.toSummary(), draft.base(), written, base, beside);
    }

    /** Must be called within a transaction to be of use: the lock lasts as long. */
    TextDraft lock(DraftId id) {
        return drafts.lock(id.value()).orElseThrow(() -> new DraftNotFound(id));
    }

    TextDraft find(DraftId id) {
        return drafts.findById(id.value()).orElseThrow(() -> new DraftNotFound(id));
    }

    void delete(DraftId id) {
        drafts.deleteById(id.value());
    }

    /**
     * Replaces files and base by what a merge gave; words that were written and are not in it as they were are put aside.
     *
     * @throws DraftChangedElsewhere when the draft is not at {@code version} any more
     */
    void rebase(
            DraftId id, int version, Map<String, String> merged, Map<String, String> theirs, @Nullable String newBase) {
        var draft = lock(id);
        access.requireAuthor(draft);
        if (!draft.isAt(version)) {
            throw new DraftChangedElsewhere(id);
        }
        Set<String> paths = new HashSet<>(merged.keySet());
        paths.addAll(theirs.keySet());
        for (var file : files.findByDraft(id.value())) {
            var now = merged.get(file.path());
            file.body().filter(body -> !body.equals(now)).ifPresent(body -> keep(id, file.path(), body));
            file.rebase(now, theirs.get(file.path()), clock.instant());
            paths.remove(file.path());
        }
        paths.forEach(path -> files.save(new DraftFile(id, path, merged.get(path), theirs.get(path), clock.instant())));
        choices.deleteByDraft(id.value());
        draft.rebase(newBase, clock.instant());
    }

    /** Writes files into a draft of the acting member; words that they stand for are put aside. */
    void bring(DraftId id, Map<String, String> bodies) {
        var draft = lock(id);
        access.requireAuthor(draft);
        draft.write(clock.instant());
        bodies.forEach((path, body) -> {
            var file = files.findByDraftAndPath(id.value(), path)
                    .orElseGet(() -> new DraftFile(id, path, null, null, clock.instant()));
            file.body().filter(before -> !before.equals(body)).ifPresent(before -> keep(id, path, before));
            file.write(body, clock.instant());
            files.save(file);
        });
    }

    /** Puts words aside, once; beyond {@link #MOST_COPIES} the oldest go. */
    void keep(DraftId id, String path, @Nullable String body) {
        if (body != null && !copies.last(id.value(), path).equals(Optional.of(body))) {
            copies.save(new KeptCopy(id, path, body, clock.instant()));
            copies.newest(id.value(), Limit.of(MOST_COPIES)).stream()
                    .skip(MOST_COPIES - 1)
                    .forEach(oldest -> copies.deleteByDraftAndIdLessThan(id.value(), oldest));
        }
    }
}
