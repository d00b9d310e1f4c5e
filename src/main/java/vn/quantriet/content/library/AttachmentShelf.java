package vn.quantriet.content.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.AttachedFiles;
import vn.quantriet.content.format.AttachmentFile;

/** What lies in the folders {@code files/}. A file is opened again only when its size or time has changed. Safe for many threads. */
final class AttachmentShelf {
    private final LibraryFolder folder;
    private final Map<String, Looked> looked = new ConcurrentHashMap<>();

    AttachmentShelf(LibraryFolder folder) {
        this.folder = folder;
    }

    private record Looked(FolderState.File file, Optional<Attachment> attachment, List<Problem> problems) {}

    record Found(AttachedFiles files, List<Problem> problems) {
        static final Found NOTHING = new Found(AttachedFiles.NONE, List.of());
    }

    Found of(ResolutionId id) {
        var files = folder.attached(id.value());
        if (files.isEmpty()) {
            return Found.NOTHING;
        }
        Map<String, Attachment> good = new TreeMap<>();
        Set<String> bad = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        if (files.size() > Attachment.MOST) {
            problems.add(Problem.at(id + "/files", 1, 1, "attachment-many", files.size(), Attachment.MOST));
        }
        for (var file : files) {
            var name = file.path().substring(file.path().lastIndexOf('/') + 1);
            var found = look(id, name, file);
            problems.addAll(found.problems());
            if (found.attachment().isPresent() && good.size() < Attachment.MOST) {
                good.put(name, found.attachment().get());
            } else {
                bad.add(name);
            }
        }
        return new Found(new AttachedFiles(true, good, bad), problems);
    }

    private Looked look(ResolutionId id, String name, FolderState.File file) {
        var path = id + "/" + file.path();
        var known = looked.get(path);
        if (known != null && known.file().equals(file)) {
            return known;
        }
        var now = look(id, name, path, file);
        looked.put(path, now);
        return now;
    }

    private Looked look(ResolutionId id, String name, String path, FolderState.File state) {
        try {
            var bytes = folder.read(path);
            if (bytes.isEmpty()) {
                return new Looked(state, Optional.empty(), List.of());
            }
            var file = AttachmentFile.inspect(id, name, bytes.get());
            // A drawing in the folder is not cleaned behind its author's back.
            var problems = new ArrayList<>(file.problems());
            problems.addAll(file.removed());
            return new Looked(state, file.attachment().filter(a -> problems.isEmpty()), List.copyOf(problems));
        } catch (IOException e) {
            return new Looked(state, Optional.empty(), List.of(Problem.at(path, 1, 1, "file-unreadable")));
        }
    }
}
