package vn.quantriet.content.library;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.quantriet.content.Author;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;

/**
 * Files to be changed together, in one commit.
 *
 * @param files what each shall hold, by path below the library folder; nothing for one that shall be gone
 * @param message of the commit
 */
record Changeset(Map<String, Optional<byte[]>> files, Author author, String message) {
    Changeset {
        files = new TreeMap<>(files);
    }

    /** The texts of which more changes than the register. */
    Set<ResolutionId> texts() {
        return files.keySet().stream()
                .filter(path -> path.indexOf('/') > 0)
                .filter(path -> !path.endsWith("/" + ClauseRegister.FILE))
                .map(path -> new ResolutionId(path.substring(0, path.indexOf('/'))))
                .collect(Collectors.toSet());
    }

    /** Names of the folders below the library folder in which something changes; files beside the texts are in none. */
    Set<String> folders() {
        return files.keySet().stream()
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
