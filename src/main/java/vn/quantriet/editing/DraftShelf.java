package vn.quantriet.editing;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments.Content;

/** The rows of what comes out with drafts, as {@link DraftStore} has those of the drafts themselves. */
@Component
@Transactional
class DraftShelf {
    /** Bytes of all files of a draft: they are in memory together when they are published. */
    static final long MOST_BYTES = 60_000_000;

    private final DraftStore store;
    private final DraftAttachments attachments;
    private final AttachmentParts parts;
    private final DraftAccess access;
    private final Clock clock;

    DraftShelf(DraftStore store, DraftAttachments attachments, AttachmentParts parts, DraftAccess access, Clock clock) {
        this.store = store;
        this.attachments = attachments;
        this.parts = parts;
        this.access = access;
        this.clock = clock;
    }

    /** As the acting member may see them, by name; no bytes are read. */
    @Transactional(readOnly = true)
    List<Attachment> seen(DraftId id) {
        return store.seen(id).attachments();
    }

    @Transactional(readOnly = true)
    Optional<Content> content(DraftId id, String name) {
        var draft = store.find(id);
        access.requireSees(draft);
        return attachments
                .findByDraftAndName(id.value(), name)
                .map(file -> new Content(file.toAttachment(draft.text()), bytes(file)));
    }

    /** All bytes by name, for the program itself. */
    @Transactional(readOnly = true)
    Map<String, byte[]> contents(DraftId id) {
        Map<String, byte[]> contents = new TreeMap<>();
        attachments.findByDraftOrderByName(id.value()).forEach(file -> contents.put(file.name(), bytes(file)));
        return contents;
    }

    private byte[] bytes(DraftAttachment file) {
        var all = new ByteArrayOutputStream(file.size());
        parts.findByAttachmentOrderByNumber(file.id()).forEach(part -> all.writeBytes(part.bytes()));
        return all.toByteArray();
    }

    /**
     * Keeps files with a draft of the acting member. One whose bytes are there already is that one; one whose name another has gets a
     * number.
     *
     * @param beside what lies beside the draft's text
     * @return what each is now, by the name it was brought with
     * @throws DraftInOtherState when the draft cannot be written now
     * @throws FileRefused when they would be too many or too large; none is kept
     */
    Map<String, Attachment> add(DraftId id, List<Content> files, Collection<Attachment> beside) {
        var draft = store.lock(id);
        access.requireAuthor(draft);
        draft.write(clock.instant());
        Map<String, Attachment> byHash = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        long size = 0;
        for (var file : attachments.findByDraftOrderByName(id.value())) {
            var attachment = file.toAttachment(draft.text());
            byHash.put(attachment.hash(), attachment);
            names.add(file.name());
            size += file.size();
        }
        for (var file : beside) {
            byHash.putIfAbsent(file.hash(), file);
            names.add(file.name());
        }
        Map<String, Attachment> added = new LinkedHashMap<>();
        for (var file : files) {
            var brought = file.attachment();
            var there = byHash.get(brought.hash());
            if (there == null) {
                there = named(brought, free(brought.name(), names));
                names.add(there.name());
                byHash.put(there.hash(), there);
                size += file.bytes().length;
                if (names.size() > Attachment.MOST) {
                    throw new FileRefused(FileRefused.Reason.PICTURES_MANY, brought.name());
                }
                if (size > MOST_BYTES) {
                    throw new FileRefused(FileRefused.Reason.PICTURES_LARGE, brought.name());
                }
                keep(id, there, file.bytes());
            }
            added.put(brought.name(), there);
        }
        return added;
    }

    private void keep(DraftId id, Attachment attachment, byte[] bytes) {
        var row = attachments.saveAndFlush(new DraftAttachment(id, attachment, bytes.length, clock.instant()));
        parts.saveAllAndFlush(AttachmentPart.of(row.id(), bytes));
    }

    private static Attachment named(Attachment file, String name) {
        return new Attachment(file.text(), name, file.type(), file.bytes(), file.hash(), file.pixels());
    }

    private static String free(String name, Set<String> taken) {
        var free = name;
        int dot = name.lastIndexOf('.');
        for (int number = 2; taken.contains(free); number++) {
            free = name.substring(0, dot) + "-" + number + name.substring(dot);
        }
        return free;
    }

    /** Takes a file out of a draft of the acting member; nothing when it has none of that name. */
    void remove(DraftId id, String name) {
        var draft = store.lock(id);
        access.requireAuthor(draft);
        attachments.findByDraftAndName(id.value(), name).ifPresent(file -> {
            draft.write(clock.instant());
            attachments.delete(file);
        });
    }

    /** They are in the library now. */
    void clear(DraftId id) {
        attachments.deleteByDraft(id.value());
    }
}
