package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.AttachedFiles;
import vn.quantriet.content.format.AttachmentFile;

/**
 * Attachments that are to be written with a text.
 *
 * @param present what lies beside the text now
 * @param attachments those that are right
 * @param clean bytes to be written, by name; of those that are only looked at, nothing
 * @param refused what is wrong with the others
 */
record Coming(
        ResolutionId id,
        AttachedFiles present,
        List<Attachment> attachments,
        Map<String, byte[]> clean,
        List<Problem> refused) {

    static Coming looked(ResolutionId id, AttachedFiles present, Collection<Attachment> attachments) {
        return new Coming(id, present, List.copyOf(attachments), Map.of(), List.of());
    }

    static Coming read(ResolutionId id, AttachedFiles present, Map<String, byte[]> files) {
        List<Attachment> attachments = new ArrayList<>();
        Map<String, byte[]> clean = new TreeMap<>();
        List<Problem> refused = new ArrayList<>();
        new TreeMap<>(files).forEach((name, bytes) -> {
            var file = AttachmentFile.inspect(id, name, bytes);
            refused.addAll(file.problems());
            file.attachment().ifPresent(attachment -> {
                attachments.add(attachment);
                clean.put(name, file.clean());
            });
        });
        return new Coming(id, present, attachments, clean, refused);
    }

    /** What will lie beside the text. */
    AttachedFiles beside() {
        return present.and(attachments);
    }

    List<Problem> problems() {
        var problems = new ArrayList<>(refused);
        Set<String> names = new HashSet<>(present.good().keySet());
        names.addAll(present.bad());
        for (var attachment : attachments) {
            if (!names.add(attachment.name()) && !isThere(attachment)) {
                problems.add(
                        Problem.at(id + "/files/" + attachment.name(), 1, 1, "attachment-exists", attachment.name()));
            }
        }
        if (names.size() > Attachment.MOST && !attachments.stream().allMatch(this::isThere)) {
            problems.add(Problem.at(id + "/files", 1, 1, "attachment-many", names.size(), Attachment.MOST));
        }
        return problems;
    }

    private boolean isThere(Attachment attachment) {
        return Optional.ofNullable(present.good().get(attachment.name()))
                .filter(there -> there.hash().equals(attachment.hash()))
                .isPresent();
    }

    /** What is to be written below the library folder. */
    Map<String, Optional<byte[]>> files() {
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        attachments.stream()
                .filter(attachment -> !isThere(attachment))
                .map(Attachment::name)
                .forEach(name -> files.put(id + "/files/" + name, Optional.ofNullable(clean.get(name))));
        return files;
    }
}
