package vn.quantriet.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.ClauseChange;
import vn.quantriet.content.TextPublishing.ClauseChange.Kind;
import vn.quantriet.content.TextPublishing.Edition;
import vn.quantriet.content.TextPublishing.FilesHaveProblems;
import vn.quantriet.content.TextPublishing.IdentityUndecided;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.content.TextPublishing.TextReplacedMeanwhile;
import vn.quantriet.editing.ClauseChoice.Question;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.ui.Translations;

/**
 * Publishes what was agreed to, now or at a time. First it must be said of every reworded clause whether its meaning has changed, and
 * of every doubtful one what it is. A draft is taken by one node at a time, also from a node that died in the midst of it, and comes
 * out once.
 */
@Service
public class Releasing {
    private static final Logger LOG = LoggerFactory.getLogger(Releasing.class);
    private static final String TEN_SECONDS = "PT10S";
    /** Longer than any publishing takes. */
    private static final Duration STALE = Duration.ofMinutes(5);

    private final DraftStore store;
    private final DraftShelf shelf;
    private final Attachments attachments;
    private final TextDrafts drafts;
    private final ClauseChoices choices;
    private final DraftAccess access;
    private final TextPublishing publishing;
    private final Library library;
    private final Translations texts;
    private final TransactionOperations transactions;
    private final Clock clock;

    Releasing(
            DraftStore store,
            DraftShelf shelf,
            Attachments attachments,
            TextDrafts drafts,
            ClauseChoices choices,
            DraftAccess access,
            TextPublishing publishing,
            Library library,
            Translations texts,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.shelf = shelf;
        this.attachments = attachments;
        this.drafts = drafts;
        this.choices = choices;
        this.access = access;
        this.publishing = publishing;
        this.library = library;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Every decision that publishing the draft takes, in the order of its clauses. */
    public List<Decision> decisions(DraftId id) {
        return decisions(store.seen(id));
    }

    private List<Decision> decisions(DraftStore.Snapshot snapshot) {
        Map<String, String> meanings = new HashMap<>();
        Map<String, Optional<ClauseId>> identities = new HashMap<>();
        for (var choice : choices.findByDraft(snapshot.draft().id().value())) {
            if (choice.question() == Question.MEANING) {
                meanings.put(choice.subject(), choice.answer());
            } else {
                identities.put(
                        choice.subject(),
                        Optional.of(choice.answer())
                                .filter(answer -> !answer.equals(ClauseChoice.NEW))
                                .map(ClauseId::new));
            }
        }
        var doubts = doubts(snapshot, identities);
        List<Decision> decisions = new ArrayList<>();
        for (var change : doubts.changes()) {
            var asked = change.kind() == Kind.VANISHED ? null : doubts.asked().get(change.place());
            if (asked != null) {
                decisions.add(new Decision.Identity(
                        asked, label(snapshot, asked.clause()), Optional.ofNullable(identities.get(asked.place()))));
            } else if (change.kind() == Kind.REWORDED || change.kind() == Kind.MOVED_AND_REWORDED) {
                decisions.add(new Decision.Meaning(
                        change,
                        Optional.ofNullable(meanings.get(change.clause().value()))
                                .map(ClauseChoice.EDITORIAL::equals)));
            }
        }
        return decisions;
    }

    /**
     * What is asked when the answers so far are taken into account.
     *
     * @param asked by place: answered or not
     * @param changes with all answers
     */
    private record Doubts(Map<String, ClauseChange> asked, List<ClauseChange> changes) {}

    /** Asks again after each round of answers, since these may raise doubts about other places, or settle them. */
    private Doubts doubts(DraftStore.Snapshot snapshot, Map<String, Optional<ClauseId>> identities) {
        var text = snapshot.draft().text();
        Map<String, ClauseChange> asked = new HashMap<>();
        Map<String, Optional<ClauseId>> answered = new HashMap<>();
        var changes =
                publishing.check(text, snapshot.files(), snapshot.attachments()).changes();
        while (true) {
            boolean more = false;
            for (var change : changes) {
                if (change.kind() == Kind.UNSURE && asked.putIfAbsent(change.place(), change) == null) {
                    var answer = identities.get(change.place());
                    if (answer != null) {
                        answered.put(change.place(), answer);
                        more = true;
                    }
                }
            }
            if (!more) {
                return new Doubts(asked, changes);
            }
            try {
                changes = publishing
                        .check(text, snapshot.files(), snapshot.attachments(), answered)
                        .changes();
            } catch (IllegalArgumentException e) {
                // The answers do not go together, which publishing says.
                return new Doubts(asked, changes);
            }
        }
    }

    private String label(DraftStore.Snapshot snapshot, ClauseId clause) {
        return library.resolution(snapshot.draft().text())
                .map(text -> text.label(clause))
                .orElse(clause.value());
    }

    /** Whether the acting member may say what publishing takes: once it was agreed to, the author alone must not say it otherwise. */
    public boolean mayDecide(DraftSummary draft) {
        return !draft.state().isReleasable() || access.isWriter() && access.mayReview(draft.author());
    }

    /** Says whether the rewording of a clause leaves its meaning. */
    public void decide(DraftId id, ClauseId clause, boolean editorial) {
        answer(id, Question.MEANING, clause.value(), editorial ? ClauseChoice.EDITORIAL : ClauseChoice.MATERIAL);
    }

    /** Says which earlier clause stands at a place, or that it is a new one. */
    public void decide(DraftId id, String place, Optional<ClauseId> earlier) {
        answer(id, Question.IDENTITY, place, earlier.map(ClauseId::value).orElse(ClauseChoice.NEW));
    }

    private void answer(DraftId id, Question question, String subject, String answer) {
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireSees(draft);
            if (draft.state() != DraftState.IN_REVIEW && !draft.state().isReleasable()) {
                throw new DraftInOtherState("decide on", draft.state());
            }
            if (draft.state().isReleasable()) {
                access.requireReviewer(draft);
            }
            choices.findByDraftAndQuestionAndSubject(id.value(), question, subject)
                    .ifPresentOrElse(
                            choice -> choice.answer(answer),
                            () -> choices.save(new ClauseChoice(id, question, subject, answer)));
        });
    }

    /**
     * Publishes a draft that was agreed to, in its author's name.
     *
     * @throws DraftNotReady when something must be settled first; the draft says so too
     */
    public void publish(DraftId id) {
        requireDecided(store.seen(id));
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireSees(draft);
            draft.claim(clock.instant());
        });
        release(id).ifPresent(why -> {
            throw new DraftNotReady(id, why);
        });
    }

    /**
     * Has a draft published at a time.
     *
     * @throws DraftNotReady when something must be settled first
     * @throws IllegalArgumentException when the time is past
     */
    public void schedule(DraftId id, Instant at) {
        if (!at.isAfter(clock.instant())) {
            throw new IllegalArgumentException("expected a time to come");
        }
        requireDecided(store.seen(id));
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireSees(draft);
            draft.schedule(at);
        });
    }

    public void unschedule(DraftId id) {
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            access.requireSees(draft);
            draft.unschedule();
        });
    }

    /** Publishes whatever is due, and what somebody left in the midst of publishing. */
    @Scheduled(initialDelayString = TEN_SECONDS, fixedDelayString = TEN_SECONDS)
    void publishDue() {
        for (long id : drafts.due(clock.instant(), clock.instant().minus(STALE))) {
            var draft = new DraftId(id);
            if (Boolean.TRUE.equals(transactions.execute(status ->
                    store.lock(draft).claimDue(clock.instant(), clock.instant().minus(STALE))))) {
                release(draft).ifPresent(why -> LOG.warn("draft {} was due and could not be published: {}", id, why));
            }
        }
    }

    /** Publishes a draft that was taken for it. Returns why it could not be. */
    private Optional<Failure> release(DraftId id) {
        Failure why = null;
        String commit = null;
        try {
            commit = bringOut(store.snapshot(id));
        } catch (FilesHaveProblems e) {
            why = Failure.PROBLEMS;
        } catch (IdentityUndecided | IllegalArgumentException e) {
            // The latter when the answers do not go together, such as one earlier clause in two places.
            why = Failure.UNDECIDED;
        } catch (TextReplacedMeanwhile e) {
            why = Failure.REPLACED;
        } catch (RuntimeException e) {
            // Whatever it is: a draft that is taken must be given back, or nobody could do anything with it.
            LOG.error("draft {} could not be published", id, e);
            why = Failure.LIBRARY;
        }
        var failure = Optional.ofNullable(why);
        finish(id, commit, failure);
        return failure;
    }

    private void finish(DraftId id, @Nullable String commit, Optional<Failure> failure) {
        transactions.executeWithoutResult(status -> {
            var draft = store.lock(id);
            failure.ifPresentOrElse(draft::failed, () -> {
                draft.published(commit, clock.instant());
                shelf.clear(id);
            });
        });
    }

    /** What is there already, since a predecessor died after writing it, is not written again. */
    private @Nullable String bringOut(DraftStore.Snapshot snapshot) {
        var there = publishing.edition(snapshot.draft().text());
        if (there.map(Edition::files).equals(Optional.of(snapshot.files())) && areThere(snapshot.attachments())) {
            return null;
        }
        return publishing.publish(order(snapshot)).version();
    }

    private boolean areThere(List<Attachment> brought) {
        return brought.stream()
                .allMatch(file -> attachments.of(file.text()).stream()
                        .anyMatch(there ->
                                there.name().equals(file.name()) && there.hash().equals(file.hash())));
    }

    private Order order(DraftStore.Snapshot snapshot) {
        Set<ClauseId> editorial = new HashSet<>();
        Map<String, Optional<ClauseId>> identities = new HashMap<>();
        for (var decision : decisions(snapshot)) {
            switch (decision) {
                case Decision.Meaning meaning -> {
                    if (meaning.editorial().orElse(false)) {
                        editorial.add(meaning.change().clause());
                    }
                }
                case Decision.Identity identity ->
                    identity.answer()
                            .ifPresent(
                                    answer -> identities.put(identity.change().place(), answer));
            }
        }
        var draft = snapshot.draft();
        return new Order(
                draft.text(),
                snapshot.files(),
                editorial,
                identities,
                access.name(draft.author()),
                snapshot.baseVersion(),
                message(draft),
                shelf.contents(draft.id()));
    }

    private String message(DraftSummary draft) {
        String reviewer = draft.reviewer().map(this::nameOf).orElse("");
        return texts.getTranslation(
                "editing.release.message", Translations.VIETNAMESE, draft.number(), draft.title(), reviewer);
    }

    private String nameOf(MemberId member) {
        return access.name(member).name();
    }

    private void requireDecided(DraftStore.Snapshot snapshot) {
        var draft = snapshot.draft();
        if (!draft.state().isReleasable()) {
            throw new DraftInOtherState("publish", draft.state());
        }
        if (!decisions(snapshot).stream().allMatch(Decision::isMade)) {
            throw new DraftNotReady(draft.id(), Failure.UNDECIDED);
        }
    }
}
