package vn.quantriet.editing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.Attachments.AttachmentRefused;
import vn.quantriet.content.Attachments.Content;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

/**
 * Pictures and documents of a draft: those that come out with it, which its author adds and removes, and those that lie beside its
 * text in the library already.
 */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class DraftPictures {
    private final DraftStore store;
    private final DraftShelf shelf;
    private final DraftAccess access;
    private final Attachments attachments;

    DraftPictures(DraftStore store, DraftShelf shelf, DraftAccess access, Attachments attachments) {
        this.store = store;
        this.shelf = shelf;
        this.access = access;
        this.attachments = attachments;
    }

    /**
     * A file that the draft can show.
     *
     * @param href where it is served to those who see the draft
     * @param isNew whether it comes out with the draft
     */
    public record Picture(Attachment attachment, String href, boolean isNew) {}

    /** By name. */
    public List<Picture> of(DraftId id) {
        var snapshot = store.seen(id);
        List<Picture> pictures = new ArrayList<>();
        snapshot.attachments().forEach(file -> pictures.add(new Picture(file, href(id, file), true)));
        attachments.of(snapshot.draft().text()).forEach(file -> pictures.add(new Picture(file, file.href(), false)));
        pictures.sort(Comparator.comparing(picture -> picture.attachment().name()));
        return pictures;
    }

    /** Whether the acting member may add and remove files now. */
    public boolean isWritable(DraftId id) {
        var draft = store.seen(id).draft();
        return draft.author().equals(access.me()) && draft.state().isWritable();
    }

    /** Where those that come out with the draft are served, by name. */
    public Map<String, String> addresses(DraftId id) {
        Map<String, String> addresses = new HashMap<>();
        shelf.seen(id).forEach(file -> addresses.put(file.name(), href(id, file)));
        return addresses;
    }

    /** One that comes out with the draft. */
    public Optional<Content> content(DraftId id, String name) {
        return shelf.content(id, name);
    }

    private static String href(DraftId id, Attachment file) {
        return "/api/drafts/" + id + "/files/" + file.hash() + "/" + file.name();
    }

    /** A file that was added, and what was taken out of it as unsafe. */
    public record Added(Attachment attachment, List<Problem> removed) {}

    /**
     * Keeps a file with the draft, under a name made of its own; another of that name is kept, and this one gets a number.
     *
     * @throws AttachmentRefused when it cannot be attached
     * @throws FileRefused when its name has no ending of a kind that can be, or there would be too many
     * @throws DraftInOtherState when the draft cannot be written now
     */
    public Added add(DraftId id, String anyName, byte[] bytes) {
        var draft = store.find(id);
        access.requireAuthor(draft);
        var name = attachments.nameFor(anyName).orElseThrow(() -> new FileRefused(FileRefused.Reason.NAME, anyName));
        var checked = attachments.check(draft.text(), name, bytes);
        var content = checked.file().orElseThrow(() -> new AttachmentRefused(checked.problems()));
        var added = shelf.add(id, List.of(content), attachments.of(draft.text()));
        return new Added(added.getOrDefault(name, content.attachment()), checked.removed());
    }

    /**
     * Looks at files before there is a draft for them.
     *
     * @param files bytes by name
     * @throws AttachmentRefused when one cannot be attached
     */
    List<Content> looked(ResolutionId text, Map<String, byte[]> files) {
        List<Content> contents = new ArrayList<>();
        long size = 0;
        for (var file : files.entrySet()) {
            var checked = attachments.check(text, file.getKey(), file.getValue());
            contents.add(checked.file().orElseThrow(() -> new AttachmentRefused(checked.problems())));
            size += file.getValue().length;
        }
        if (contents.size() > Attachment.MOST) {
            throw new FileRefused(FileRefused.Reason.PICTURES_MANY, "");
        }
        if (size > DraftShelf.MOST_BYTES) {
            throw new FileRefused(FileRefused.Reason.PICTURES_LARGE, "");
        }
        return contents;
    }

    /** Keeps files that were looked at. @return the names of those that were given another one, by the one they had */
    Map<String, String> bring(DraftId id, ResolutionId text, List<Content> files) {
        Map<String, String> renamed = new HashMap<>();
        if (!files.isEmpty()) {
            shelf.add(id, files, attachments.of(text)).forEach((name, file) -> {
                if (!file.name().equals(name)) {
                    renamed.put(name, file.name());
                }
            });
        }
        return renamed;
    }

    /** Takes a file that would come out with the draft out of it; the text must not show it any more to come out itself. */
    public void remove(DraftId id, String name) {
        shelf.remove(id, name);
    }
}
