package vn.quantriet.editing;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.Edition;

/**
 * Between writing and publishing: a draft is sent, somebody other than its author says what they think of it, and sends it back or
 * agrees. What was agreed to is what is published: who changes it afterwards sends it again.
 */
@Service
public class Reviewing {
    private static final int LONGEST_COMMENT = 4000;
    private static final int LONGEST_PART = 500;

    private final DraftStore store;
    private final DraftComments comments;
    private final ClauseChoices choices;
    private final DraftAccess access;
    private final TextPublishing publishing;
    private final TransactionOperations transactions;
    private final Clock clock;

    Reviewing(
            DraftStore store,
            DraftComments comments,
            ClauseChoices choices,
            DraftAccess access,
            TextPublishing publishing,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.comments = comments;
        this.choices = choices;
        this.access = access;
        this.publishing = publishing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends my draft to those who may review it.
     *
     * @throws DraftNotReady when it has problems, or another version came out since it was begun
     */
    public void send(DraftId id) {
        var snapshot = store.seen(id);
        requireCurrent(snapshot);
        if (!publishing
                .check(snapshot.draft().text(), snapshot.files(), snapshot.attachments())
                .isGood()) {
            throw new DraftNotReady(id, Failure.PROBLEMS);
        }
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireAuthor(draft);
            requireAt(draft, snapshot.draft().version());
            draft.send(clock.instant());
        });
    }

    /** Takes my draft back, to write on. */
    public void withdraw(DraftId id) {
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireAuthor(draft);
            draft.withdraw();
            choices.deleteByDraft(id.value());
        });
    }

    /** What it changes against the version that it was begun from, in the order of its files. */
    public List<PartChange> changes(DraftId id) {
        var snapshot = store.seen(id);
        return Differences.between(snapshot.base(), snapshot.files());
    }

    /**
     * Asks its author for changes.
     *
     * @param words why; may be blank where comments say it
     * @param version of the draft that was looked at
     */
    public void sendBack(DraftId id, String words, int version) {
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireReviewer(draft);
            requireAt(draft, version);
            draft.sendBack(access.me(), clock.instant());
            choices.deleteByDraft(id.value());
            if (!words.isBlank()) {
                write(id, "", "", words);
            }
        });
    }

    /**
     * Agrees to the draft as it is.
     *
     * @param version of the draft that was looked at
     * @throws DraftNotReady when another version came out since it was begun
     * @throws DraftChangedElsewhere when it is not at that version any more
     */
    public void approve(DraftId id, int version) {
        requireCurrent(store.seen(id));
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireReviewer(draft);
            requireAt(draft, version);
            draft.approve(access.me(), clock.instant());
        });
    }

    public List<Comment> comments(DraftId id) {
        store.seen(id);
        return comments.findByDraftOrderById(id.value()).stream()
                .map(DraftComment::toComment)
                .toList();
    }

    /**
     * Says something of a part of the draft.
     *
     * @param part its heading line; empty for the whole file
     */
    public void comment(DraftId id, String path, String part, String words) {
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireSees(draft);
            if (draft.state() == DraftState.PUBLISHED) {
                throw new DraftInOtherState("comment", draft.state());
            }
            write(id, path, part, words);
        });
    }

    /** Marks a comment as settled, or open again. */
    public void settle(DraftId id, long comment, boolean settled) {
        transactions.executeWithoutResult(status -> {
            access.requireSees(store.find(id));
            comments.findByIdAndDraft(comment, id.value()).ifPresent(c -> {
                if (settled) {
                    c.resolve(access.me(), clock.instant());
                } else {
                    c.reopen();
                }
            });
        });
    }

    private void write(DraftId id, String path, String part, String words) {
        if (!words.isBlank()) {
            comments.save(new DraftComment(
                    id,
                    path,
                    cut(part, LONGEST_PART),
                    access.me(),
                    cut(words.strip(), LONGEST_COMMENT),
                    clock.instant()));
        }
    }

    private static String cut(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most);
    }

    private void requireCurrent(DraftStore.Snapshot snapshot) {
        var now = publishing.edition(snapshot.draft().text()).map(Edition::version);
        if (!now.equals(snapshot.baseVersion())) {
            throw new DraftNotReady(snapshot.draft().id(), Failure.REPLACED);
        }
    }

    private static void requireAt(TextDraft draft, int version) {
        if (!draft.isAt(version)) {
            throw new DraftChangedElsewhere(draft.id());
        }
    }
}
