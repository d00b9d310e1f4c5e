package vn.quantriet.editing;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.Attachments.AttachmentRefused;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionNotFound;

/** Pictures and documents beside the text that a draft is about. They are kept at once, and seen when a published file shows them. */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class DraftPictures {
    private final DraftStore store;
    private final DraftAccess access;
    private final Attachments attachments;

    DraftPictures(DraftStore store, DraftAccess access, Attachments attachments) {
        this.store = store;
        this.access = access;
        this.attachments = attachments;
    }

    /** What lies beside the draft's text, by name. */
    public List<Attachment> of(DraftId id) {
        var draft = store.find(id);
        access.requireSees(draft);
        return attachments.of(draft.toSummary().text());
    }

    /** A file that was added, and what was taken out of it as unsafe. */
    public record Added(Attachment attachment, List<Problem> removed) {}

    /**
     * Adds a file in the author's name, under a name made of its own; another of that name is kept, and this one gets a number.
     *
     * @throws ResolutionNotFound when the draft's text is not in the library yet
     * @throws AttachmentRefused when it cannot be attached
     * @throws FileRefused when its name has no ending of a kind that can be
     */
    public Added add(DraftId id, String anyName, byte[] bytes) {
        var draft = store.find(id);
        access.requireAuthor(draft);
        var text = draft.toSummary().text();
        var name = attachments.nameFor(anyName).orElseThrow(() -> new FileRefused(FileRefused.Reason.NAME, anyName));
        var present = attachments.of(text).stream().map(Attachment::name).toList();
        var free = name;
        int dot = name.lastIndexOf('.');
        for (int number = 2; present.contains(free); number++) {
            free = name.substring(0, dot) + "-" + number + name.substring(dot);
        }
        var checked = attachments.check(text, free, bytes);
        return new Added(attachments.add(text, free, bytes, access.name(access.me())), checked.removed());
    }
}
