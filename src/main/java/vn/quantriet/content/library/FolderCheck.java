package vn.quantriet.content.library;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

/** Reads a folder of texts as the library does, without taking it into service. */
final class FolderCheck {
    private final LibraryFolder folder;

    FolderCheck(Path root) {
        this.folder = new LibraryFolder(root.toAbsolutePath().normalize(), Clock.systemDefaultZone());
    }

    /** @param problems of all files, by place */
    record Checked(int texts, List<Problem> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    Checked check() {
        var attachments = new AttachmentShelf(folder);
        // Nothing is unsettled here, and nothing is written there.
        var identities =
                new Identities(LastGood.NOWHERE, new Unsettled(folder.root().resolve(LibraryHistory.GIT)));
        var names = folder.scan().keySet();
        var read = names.parallelStream()
                .filter(ResolutionId::isValid)
                .map(ResolutionId::new)
                .flatMap(id ->
                        Shelving.shelve(folder, LastGood.NOWHERE, identities, attachments, id, Optional.empty())
                                .stream())
                .toList();
        var strange = names.stream().filter(name -> !ResolutionId.isValid(name)).toList();
        return new Checked(read.size(), Shelves.EMPTY.with(names, read, strange).problems());
    }
}
