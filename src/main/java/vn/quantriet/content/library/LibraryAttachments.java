package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.Author;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.content.format.AttachmentFile;
import vn.quantriet.ui.Unaccented;

/** The attachments in the live library's folder. */
@Service
class LibraryAttachments implements Attachments {
    private static final int LONGEST_STEM = 70;

    private final LiveLibrary library;

    LibraryAttachments(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public List<Attachment> of(ResolutionId id) {
        return library.attachments().of(id).files().good().values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    @Override
    public Optional<Content> content(ResolutionId id, String name) {
        if (library.listing(id).isEmpty() || !names(id).contains(name)) {
            return Optional.empty();
        }
        try {
            return library.folder()
                    .read(path(id, name))
                    .map(bytes -> AttachmentFile.inspect(id, name, bytes))
                    .filter(file -> file.removed().isEmpty())
                    .flatMap(file -> file.attachment().map(a -> new Content(a, file.clean())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Checked check(ResolutionId id, String name, byte[] bytes) {
        var file = AttachmentFile.inspect(id, name, bytes);
        var problems = new ArrayList<>(file.problems());
        var there = names(id);
        if (there.size() >= Attachment.MOST && !there.contains(name)) {
            problems.add(Problem.at(id + "/files", 1, 1, "attachment-many", there.size() + 1, Attachment.MOST));
        }
        return new Checked(
                file.attachment().filter(a -> problems.isEmpty()).map(a -> new Content(a, file.clean())),
                problems,
                file.removed());
    }

    @Override
    public Attachment add(ResolutionId id, String name, byte[] bytes, Author author) {
        if (library.listing(id).isEmpty()) {
            throw new ResolutionNotFound(id);
        }
        var checked = check(id, name, bytes);
        var good = checked.file().orElseThrow(() -> new AttachmentRefused(checked.problems()));
        publish(id, name, Optional.of(good.bytes()), author, "Add ");
        return good.attachment();
    }

    @Override
    public void remove(ResolutionId id, String name, Author author) {
        if (!Attachment.isValidName(name)) {
            return;
        }
        var uses = library.folder().state(id.value()).files().stream()
                .filter(FolderState.File::isMarkdown)
                .map(FolderState.File::path)
                .filter(path -> library.source(id + "/" + path)
                        .filter(text -> text.contains("files/" + name))
                        .isPresent())
                .toList();
        if (!uses.isEmpty()) {
            throw new AttachmentInUse(uses);
        }
        if (names(id).contains(name)) {
            publish(id, name, Optional.empty(), author, "Remove ");
        }
    }

    @Override
    public Optional<String> nameFor(String anyName) {
        int dot = anyName.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var stem = Unaccented.of(anyName.substring(0, dot)).replaceAll("[^a-z0-9]+", "-");
        var tidy = stem.substring(0, Math.min(stem.length(), LONGEST_STEM)).replaceAll("^-|-$", "");
        return Attachment.Type.of(anyName)
                .map(type ->
                        (tidy.isEmpty() ? "tep" : tidy) + "." + type.endings().getFirst())
                .filter(Attachment::isValidName);
    }

    private void publish(ResolutionId id, String name, Optional<byte[]> content, Author author, String verb) {
        var path = path(id, name);
        library.publish(new Changeset(Map.of(path, content), author, verb + path));
    }

    private Set<String> names(ResolutionId id) {
        return library.folder().attached(id.value()).stream()
                .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static String path(ResolutionId id, String name) {
        return id + "/files/" + name;
    }
}
