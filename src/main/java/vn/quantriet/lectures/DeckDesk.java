package vn.quantriet.lectures;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing;
import vn.quantriet.content.DeckPublishing.Checked;
import vn.quantriet.content.DeckPublishing.Source;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;

/**
 * The reporter's desk: decks are drafted, checked and published here. Every method but {@link #isOpen} refuses whoever is no
 * reporter with {@link AccessDeniedException}; a draft is seen by the member who wrote it and by nobody else.
 */
@Service
@Transactional
public class DeckDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DeckDesk.class);

    private final DeckDrafts drafts;
    private final DeckPublishing publishing;
    private final Library library;
    private final CurrentMember current;
    private final Clock clock;

    DeckDesk(DeckDrafts drafts, DeckPublishing publishing, Library library, CurrentMember current, Clock clock) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.library = library;
        this.current = current;
        this.clock = clock;
    }

    /** Whether the acting member is a reporter. */
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return current.isSignedIn() && current.roles().contains(Role.REPORTER);
    }

    /** My drafts, last changed first. */
    @Transactional(readOnly = true)
    public List<DraftEntry> drafts() {
        requireReporter();
        return drafts.headings(current.id().value()).stream()
                .map(d -> new DraftEntry(
                        new DeckId(new ResolutionId(d.getText()), d.getName()), d.getFileName(), d.getUpdatedAt()))
                .toList();
    }

    /** My draft of a deck. */
    @Transactional(readOnly = true)
    public Optional<Draft> draft(DeckId deck) {
        requireReporter();
        return mine(deck).map(DeckDraft::toDraft);
    }

    /** The published deck as it is now, to begin from. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Source> published(DeckId deck) {
        requireReporter();
        return publishing.source(deck);
    }

    /** What would be wrong if this were published. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Checked check(DeckId deck, String markdown) {
        requireReporter();
        return publishing.check(deck, markdown);
    }

    /**
     * Keeps a text as my draft.
     *
     * @param base version of the draft that the text was made from, empty for a new one
     * @param baseHash of the published deck that the text was made from, empty when there was none
     * @throws DraftChangedElsewhere when my draft is at another version than {@code base}; it stays as it is
     * @throws vn.quantriet.content.ResolutionNotFound when the deck's text is not in the library
     * @throws DeckFileRefused when it is too large
     */
    public Draft save(DeckId deck, String fileName, String markdown, OptionalInt base, Optional<String> baseHash) {
        requireReporter();
        requireText(deck);
        if (DeckFile.isTooLarge(markdown)) {
            throw new DeckFileRefused(DeckFileRefused.Reason.TOO_LARGE);
        }
        Optional<DeckDraft> kept = mine(deck);
        requireAt(base, kept, deck);
        var draft = kept.orElseGet(() -> new DeckDraft(current.id(), deck, fileName, markdown, clock.instant()));
        draft.write(fileName, markdown, baseHash, clock.instant());
        try {
            return drafts.saveAndFlush(draft).toDraft();
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException e) {
            throw new DraftChangedElsewhere(deck);
        }
    }

    /**
     * Moves my draft to another text or name.
     *
     * @throws DraftExists when I have a draft there
     * @throws DraftChangedElsewhere when the draft is gone or at another version than {@code base}
     * @throws vn.quantriet.content.ResolutionNotFound when the new text is not in the library
     */
    public Draft rename(DeckId from, DeckId to, int base) {
        requireReporter();
        requireText(to);
        if (mine(to).isPresent()) {
            throw new DraftExists(to);
        }
        var draft = mine(from).filter(d -> d.isAt(base)).orElseThrow(() -> new DraftChangedElsewhere(from));
        draft.rename(to, clock.instant());
        return drafts.saveAndFlush(draft).toDraft();
    }

    private void requireText(DeckId deck) {
        if (library.resolution(deck.resolution()).isEmpty()) {
            throw new ResolutionNotFound(deck.resolution());
        }
    }

    /** Deletes my draft; there may be none. */
    public void discard(DeckId deck) {
        requireReporter();
        mine(deck).ifPresent(drafts::delete);
    }

    /**
     * Puts a deck into the library in my name and deletes my draft of it, unless that was changed meanwhile. In no transaction:
     * who waits for the library must not hold a connection that the one who has it may need.
     *
     * @param base version of the draft that is published, empty when there is none
     * @param baseHash of the published deck that the text was made from, empty when there was none
     * @throws DeckPublishing.DeckHasProblems when a check finds any; the draft stays
     * @throws DeckPublishing.DeckReplacedMeanwhile when another version than that of {@code baseHash} is published now
     * @throws DeckOfAnother when somebody else published it last and I am no administrator
     * @throws DraftChangedElsewhere when my draft is at another version than {@code base}; nothing is published
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void publish(DeckId deck, String markdown, OptionalInt base, Optional<String> baseHash) {
        requireReporter();
        Optional<DeckDraft> draft = mine(deck);
        requireAt(base, draft, deck);
        Author me = author();
        requireMayReplace(deck, me);
        publishing.publish(deck, markdown, me, baseHash);
        draft.ifPresent(this::forget);
    }

    private void forget(DeckDraft published) {
        try {
            drafts.delete(published);
        } catch (OptimisticLockingFailureException e) {
            LOG.debug("a draft was written on while it was published, and stays");
        }
    }

    /** Checked before the library is locked; who publishes in between also changes what {@code baseHash} is compared with. */
    private void requireMayReplace(DeckId deck, Author me) {
        if (current.roles().contains(Role.ADMINISTRATOR)) {
            return;
        }
        publishing.source(deck).flatMap(Source::author).ifPresent(last -> {
            if (!last.email().equals(me.email())) {
                throw new DeckOfAnother(deck, last.name());
            }
        });
    }

    private Author author() {
        MemberProfile me = current.profile();
        return new Author(me.fullName(), me.code() + "@quantriet.local");
    }

    private Optional<DeckDraft> mine(DeckId deck) {
        return drafts.findByMemberAndTextAndName(
                current.id().value(), deck.resolution().value(), deck.name());
    }

    private static void requireAt(OptionalInt base, Optional<DeckDraft> kept, DeckId deck) {
        if (kept.isPresent() != base.isPresent()
                || kept.isPresent() && !kept.get().isAt(base.getAsInt())) {
            throw new DraftChangedElsewhere(deck);
        }
    }

    private void requireReporter() {
        if (!isOpen()) {
            throw new AccessDeniedException("expected the role " + Role.REPORTER);
        }
    }
}
