package vn.quantriet.editing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Library;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.content.TextHistory;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.documents.DraftInbox.NotTaken;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.UnitId;

/**
 * Where writing begins and ends: the drafts that concern the acting member. Every method but {@link #isOpen} refuses whoever writes
 * nothing with {@link org.springframework.security.access.AccessDeniedException}; see {@link DraftAccess}.
 */
@Service
@Transactional
public class EditingDesk {
    private static final int MOST_PUBLISHED = 8;
    private static final Pattern FILE_LINK = Pattern.compile("\\]\\(files/([a-z0-9.-]+)([)\\s])");
    private static final Set<DraftState> AGREED =
            Set.of(DraftState.APPROVED, DraftState.SCHEDULED, DraftState.PUBLISHING);

    private final TextDrafts drafts;
    private final DraftStore store;
    private final DraftPictures pictures;
    private final DraftAccess access;
    private final TextPublishing publishing;
    private final TextHistory history;
    private final Library library;
    private final MemberDirectory members;
    private final Clock clock;

    EditingDesk(
            TextDrafts drafts,
            DraftStore store,
            DraftPictures pictures,
            DraftAccess access,
            TextPublishing publishing,
            TextHistory history,
            Library library,
            MemberDirectory members,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.pictures = pictures;
        this.access = access;
        this.publishing = publishing;
        this.history = history;
        this.library = library;
        this.members = members;
        this.clock = clock;
    }

    /** Whether the acting member writes texts. */
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return access.isWriter();
    }

    /** Whether the acting member also looks after what others write. */
    @Transactional(readOnly = true)
    public boolean isReviewer() {
        return access.isWriter() && access.mayReviewAnything();
    }

    /** What I am writing, last changed first. */
    @Transactional(readOnly = true)
    public List<DraftSummary> mine() {
        access.requireWriter();
        return summaries(drafts.openOf(access.me().value()));
    }

    /** What others sent and I may decide on, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<DraftSummary> waiting() {
        access.requireWriter();
        return reviewable(drafts.in(Set.of(DraftState.IN_REVIEW)));
    }

    /** What others wrote and was agreed to, and is not out yet. */
    @Transactional(readOnly = true)
    public List<DraftSummary> agreed() {
        access.requireWriter();
        return reviewable(drafts.in(AGREED));
    }

    /** What came out last and I may know of. */
    @Transactional(readOnly = true)
    public List<DraftSummary> published() {
        access.requireWriter();
        var last = drafts.published(Limit.of(MOST_PUBLISHED));
        var seen = List.copyOf(reviewable(last));
        return summaries(last).stream()
                .filter(d -> d.author().equals(access.me()) || seen.contains(d))
                .toList();
    }

    @Transactional(readOnly = true)
    public DraftSummary draft(DraftId id) {
        var draft = store.find(id);
        access.requireSees(draft);
        return draft.toSummary();
    }

    /** Who wrote and who reviewed, in one query. */
    @Transactional(readOnly = true)
    public Map<MemberId, MemberProfile> people(Collection<MemberId> ids) {
        access.requireWriter();
        return members.profiles(ids);
    }

    @Transactional(readOnly = true)
    public boolean isMine(DraftSummary draft) {
        return draft.author().equals(access.me());
    }

    @Transactional(readOnly = true)
    public boolean mayReview(DraftSummary draft) {
        return access.isWriter() && access.mayReview(draft.author());
    }

    /**
     * Begins to write on a text of the library, or goes on with the draft of it that I have.
     *
     * @throws ResolutionNotFound when there is no such text
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public DraftId begin(ResolutionId text) {
        access.requireWriter();
        var open = store.openOf(access.me(), text);
        if (open.isPresent()) {
            return open.get();
        }
        var edition = publishing.edition(text).orElseThrow(() -> new ResolutionNotFound(text));
        return begin(text, edition.version(), edition.files());
    }

    private DraftId begin(ResolutionId text, String version, Map<String, String> files) {
        var known = library.resolution(text);
        return store.begin(
                access.me(),
                text,
                known.map(Resolution::number).orElse(text.value()),
                known.map(Resolution::shortTitle).orElse(text.value()),
                Optional.of(version),
                files,
                files);
    }

    /**
     * Begins a new text with the skeleton of one.
     *
     * @throws TextExists when the library has one of that name
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public DraftId beginNew(ResolutionId text, String number, String title) {
        access.requireWriter();
        if (publishing.edition(text).isPresent()) {
            throw new TextExists(text);
        }
        var open = store.openOf(access.me(), text);
        return open.orElseGet(() -> store.begin(
                access.me(),
                text,
                number,
                title,
                Optional.empty(),
                Map.of(Manuscript.TEXT, Skeleton.text(number, title, LocalDate.now(clock))),
                Map.of()));
    }

    /**
     * Takes files made elsewhere, such as from an imported document, into my draft of a text; begins one when I have none. Files of the
     * draft that they stand for are put aside.
     *
     * @param attachments bytes by name; one whose name is taken gets another, and the files say so
     * @throws FileRefused when one is no file of a text, or the attachments are too many
     * @throws vn.quantriet.content.Attachments.AttachmentRefused when something is wrong with an attachment
     * @throws DraftInOtherState when my draft cannot be written now
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public DraftId take(ResolutionId text, Map<String, String> files, Map<String, byte[]> attachments) {
        access.requireWriter();
        Map<String, String> cleaned = new TreeMap<>();
        files.forEach((path, body) -> {
            if (!TextFile.isValid(path)) {
                throw new FileRefused(FileRefused.Reason.NAME, path);
            }
            cleaned.put(path, TextFile.cleaned(path, body));
        });
        var looked = pictures.looked(text, attachments);
        var draft = store.openOf(access.me(), text)
                .orElseGet(() -> publishing.edition(text).isPresent() ? begin(text) : beginEmpty(text, cleaned));
        var renamed = pictures.bring(draft, text, looked);
        cleaned.replaceAll((path, body) -> renamed(body, renamed));
        store.bring(draft, cleaned);
        return draft;
    }

    /**
     * Takes files that were made of a version of a text and changed since into my draft of it; begins one when I have none. Where these
     * files have been published anew meanwhile it begins from that version, and must be merged before it comes out.
     *
     * @param madeOf the library's commit
     * @throws NotTaken when there is no such version, or my draft was begun from other words than these files
     * @throws FileRefused as {@link #take}, likewise {@link DraftInOtherState}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public DraftId takeBack(ResolutionId text, Map<String, String> files, String madeOf) {
        access.requireWriter();
        var edition = publishing.edition(text);
        if (edition.isPresent()) {
            var base = history.files(text, madeOf);
            if (base.isEmpty()) {
                throw new NotTaken(NotTaken.Reason.VERSION_UNKNOWN);
            }
            var open = store.openOf(access.me(), text);
            var begun = open.map(id -> store.seen(id).base())
                    .orElseGet(() -> edition.get().files());
            if (files.keySet().stream().anyMatch(path -> !Objects.equals(base.get(path), begun.get(path)))) {
                if (open.isPresent()) {
                    throw new NotTaken(NotTaken.Reason.OTHER_DRAFT);
                }
                begin(text, madeOf, base);
            }
        }
        return take(text, files, Map.of());
    }

    private static String renamed(String body, Map<String, String> names) {
        return names.isEmpty()
                ? body
                : FILE_LINK
                        .matcher(body)
                        .replaceAll(
                                link -> "](files/" + names.getOrDefault(link.group(1), link.group(1)) + link.group(2));
    }

    private DraftId beginEmpty(ResolutionId text, Map<String, String> files) {
        String head = files.getOrDefault(Manuscript.TEXT, "");
        return store.begin(
                access.me(),
                text,
                key(head, "number", text.value()),
                key(head, "short", text.value()),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    private static String key(String head, String key, String otherwise) {
        var found = Pattern.compile("(?m)^" + key + ":[ \\t]*[\"']?(.{1,60}?)[\"']?[ \\t]*$")
                .matcher(head);
        return found.find() ? found.group(1) : otherwise;
    }

    /** Deletes a draft of mine with everything written in it. */
    public void discard(DraftId id) {
        var draft = store.lock(id);
        access.requireAuthor(draft);
        if (draft.state() == DraftState.PUBLISHING || draft.state() == DraftState.PUBLISHED) {
            throw new DraftInOtherState("discard", draft.state());
        }
        store.delete(id);
    }

    private List<DraftSummary> reviewable(List<TextDraft> found) {
        if (!access.mayReviewAnything()) {
            return List.of();
        }
        var authors = members.profiles(found.stream().map(TextDraft::author).toList());
        var units = new HashMap<UnitId, Boolean>();
        return found.stream()
                .filter(d -> !d.isOf(access.me()))
                .filter(d -> {
                    var author = authors.get(d.author());
                    return author != null && units.computeIfAbsent(author.unit(), access::reviewsWithin);
                })
                .map(TextDraft::toSummary)
                .toList();
    }

    private static List<DraftSummary> summaries(List<TextDraft> found) {
        return found.stream().map(TextDraft::toSummary).toList();
    }
}
