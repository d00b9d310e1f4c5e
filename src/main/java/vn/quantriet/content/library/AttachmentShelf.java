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

    private record Looked(String stamp, Optional<Attachment> attachment, List<Problem> problems) {}

    /** @param goodPaths below the library folder, of the files that can be served */
    record Found(AttachedFiles files, List<Problem> problems, Set<String> goodPaths) {
        static final Found NOTHING = new Found(AttachedFiles.NONE, List.of(), Set.of());
    }

    Found of(ResolutionId id) {
        var paths = folder.attached(id.value());
        if (paths.isEmpty()) {
            return Found.NOTHING;
        }
        Map<String, Attachment> good = new TreeMap<>();
        Set<String> goodPaths = new HashSet<>();
        Set<String> bad = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        if (paths.size() > Attachment.MOST) {
            problems.add(Problem.at(id + "/files", 1, 1, "attachment-many", paths.size(), Attachment.MOST));
        }
        for (var path : paths) {
            var name = path.substring(path.lastIndexOf('/') + 1);
            var file = look(id, path, name);
            problems.addAll(file.problems());
            if (file.attachment().isPresent() && good.size() < Attachment.MOST) {
                good.put(name, file.attachment().get());
                goodPaths.add(path);
            } else {
                bad.add(name);
            }
        }
        return new Found(new AttachedFiles(true, good, bad), problems, goodPaths);
    }

    private Looked look(ResolutionId id, String path, String name) {
        var stamp = folder.stamp(path).orElse("");
        var known = looked.get(path);
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        var now = look(id, path, name, stamp);
        looked.put(path, now);
        return now;
    }

    private Looked look(ResolutionId id, String path, String name, String stamp) {
        try {
            var bytes = folder.read(path, Attachment.LARGEST);
            if (bytes.isEmpty()) {
                return new Looked(stamp, Optional.empty(), List.of());
            }
            var file = AttachmentFile.inspect(id, name, bytes.get());
            // A drawing in the folder is not cleaned behind its author's back.
            var problems = new ArrayList<>(file.problems());
            problems.addAll(file.removed());
            return new Looked(stamp, file.attachment().filter(a -> problems.isEmpty()), List.copyOf(problems));
        } catch (IOException e) {
            return new Looked(stamp, Optional.empty(), List.of(Problem.at(path, 1, 1, "file-unreadable")));
        }
    }
}
