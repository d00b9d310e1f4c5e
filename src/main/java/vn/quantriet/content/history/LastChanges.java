package vn.quantriet.content.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;

/**
 * Finds the commit in which each clause got the words it has: back from the newest, a clause goes on to a parent that has the same
 * words, and has got them where there is none. As "who wrote this line", by clause.
 */
final class LastChanges {
    /** A clause that is older than so many versions is not told of. */
    private static final int MOST_VERSIONS = 500;

    private final Commits commits;
    private final ResolutionId id;
    private final Map<ClauseId, String> wanted;
    private final Map<ObjectId, Set<ClauseId>> pending = new HashMap<>();
    private final Map<ObjectId, Map<ClauseId, String>> read = new HashMap<>();
    private final Map<ClauseId, ObjectId> found = new HashMap<>();
    private int visited;

    /** @param wanted hash of each clause */
    private LastChanges(Commits commits, ResolutionId id, Map<ClauseId, String> wanted) {
        this.commits = commits;
        this.id = id;
        this.wanted = wanted;
    }

    static Map<ClauseId, ObjectId> of(Commits commits, ResolutionId id, Map<ClauseId, String> wanted)
            throws IOException {
        var changes = new LastChanges(commits, id, wanted);
        commits.walk(Set.of(id + "/" + Manuscript.TEXT, id + "/" + ClauseRegister.FILE), changes::visit);
        return Map.copyOf(changes.found);
    }

    private boolean visit(Commits.Step step) {
        var here = visited++ == 0 ? wanted.keySet() : pending.remove(step.commit());
        for (var clause : here == null ? Set.<ClauseId>of() : here) {
            var parents = step.parents();
            if (has(step.commit(), clause)) {
                parents.stream()
                        .filter(parent -> has(parent, clause))
                        .findFirst()
                        .ifPresentOrElse(
                                parent -> pass(parent, clause),
                                () -> found.put(clause, step.commit().copy()));
            } else if (!parents.isEmpty()) {
                // The newest version may be wrong in itself, and an older one in service.
                pass(parents.getFirst(), clause);
            }
        }
        read.remove(step.commit());
        return !pending.isEmpty() && visited < MOST_VERSIONS;
    }

    private void pass(RevCommit parent, ClauseId clause) {
        pending.computeIfAbsent(parent.copy(), c -> new HashSet<>()).add(clause);
    }

    private boolean has(RevCommit commit, ClauseId clause) {
        var hashes = read.computeIfAbsent(commit.copy(), this::hashes);
        return wanted.getOrDefault(clause, "").equals(hashes.get(clause));
    }

    private Map<ClauseId, String> hashes(ObjectId commit) {
        try {
            Map<ClauseId, String> hashes = new HashMap<>();
            VersionClauses.of(id, commits.files(id, commit))
                    .clauses()
                    .forEach((clause, version) -> hashes.put(clause, version.hash()));
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
