package vn.quantriet.content.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

/** Reads a folder of texts as the library does, without taking it into service. */
final class FolderCheck {
    private final LibraryFolder folder;

    FolderCheck(Path root) {
        this.folder = new LibraryFolder(root.toAbsolutePath().normalize());
    }

    /** @param problems of all files, by place */
    record Checked(int texts, List<Problem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    Checked check() {
        var attachments = new AttachmentShelf(folder);
        Map<ResolutionId, Shelved> texts = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (var name : folder.texts()) {
            if (ResolutionId.isValid(name)) {
                var id = new ResolutionId(name);
                texts.put(id, Shelving.shelve(folder, LastGood.NOWHERE, attachments, id, null));
            } else {
                problems.add(Problem.at(name, 1, 1, "folder-name", name));
            }
        }
        return new Checked(texts.size(), Shelves.of(texts, problems).problems());
    }
}
