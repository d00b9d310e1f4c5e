package vn.quantriet.editing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.Author;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;

/** Keeps files by name and takes everything for a picture that does not say "damaged". */
class FakeAttachments implements Attachments {
    private final FakeTexts texts;
    private final List<Attachment> kept = new ArrayList<>();
    final List<Author> authors = new ArrayList<>();

    FakeAttachments(FakeTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Attachment> of(ResolutionId id) {
        return kept.stream().filter(file -> file.text().equals(id)).toList();
    }

    @Override
    public Optional<Content> content(ResolutionId id, String name) {
        return Optional.empty();
    }

    @Override
    public Checked check(ResolutionId id, String name, byte[] bytes) {
        var hash = HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        var attachment = new Attachment(id, name, Attachment.Type.PNG, bytes.length, hash, Optional.empty());
        return new String(bytes, StandardCharsets.UTF_8).contains("damaged")
                ? new Checked(
                        Optional.empty(),
                        List.of(Problem.at(id + "/files/" + name, 1, 1, "attachment-damaged", name, "PNG")),
                        List.of())
                : new Checked(Optional.of(new Content(attachment, bytes)), List.of(), List.of());
    }

    @Override
    public Attachment add(ResolutionId id, String name, byte[] bytes, Author author) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("expected no transaction");
        }
        if (texts.edition(id).isEmpty()) {
            throw new ResolutionNotFound(id);
        }
        var checked = check(id, name, bytes);
        var attachment = checked.attachment().orElseThrow(() -> new AttachmentRefused(checked.problems()));
        kept.add(attachment);
        authors.add(author);
        return attachment;
    }

    @Override
    public void remove(ResolutionId id, String name, Author author) {
        kept.removeIf(file -> file.text().equals(id) && file.name().equals(name));
    }

    @Override
    public Optional<String> nameFor(String anyName) {
        return anyName.endsWith(".png") ? Optional.of(anyName) : Optional.empty();
    }
}
