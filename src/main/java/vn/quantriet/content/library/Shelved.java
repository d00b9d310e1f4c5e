package vn.quantriet.content.library;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ClauseRegister;

/**
 * One text's folder as it is now, without the words: what is in service and what is wrong.
 *
 * @param listing absent when the text itself was never right; then nothing around it is in service either
 * @param served the version of each file in service, by its path below the text's folder; {@link LibraryHistory} has them all
 * @param problems of its files, those of citations of other texts excepted, which depend on these
 * @param elsewhere clauses of other texts that its files cite
 * @param good names, as in {@code served}, of files whose present version is right
 * @param state of the files when they were read
 * @param register of its clauses as they are in service; {@code served} has its file when there has to be one
 * @param outdated clauses that this reading found to say something else than before, or to be no more
 */
record Shelved(
        ResolutionId id,
        Optional<Listing> listing,
        Map<String, ObjectId> served,
        List<Problem> problems,
        List<Citation> elsewhere,
        Set<String> good,
        FolderState state,
        ClauseRegister register,
        Set<ClauseId> outdated) {

    /** With another register for the same identities. @param file of the register, when there has to be one */
    Shelved with(ClauseRegister other, Optional<ObjectId> file) {
        Map<String, ObjectId> files = new HashMap<>(served);
        Set<String> right = new HashSet<>(good);
        files.remove(ClauseRegister.FILE);
        right.remove(ClauseRegister.FILE);
        file.ifPresent(blob -> {
            files.put(ClauseRegister.FILE, blob);
            right.add(ClauseRegister.FILE);
        });
        return new Shelved(
                id, listing, Map.copyOf(files), problems, elsewhere, Set.copyOf(right), state, other, outdated);
    }

    Optional<Resolution> resolution() {
        return listing.map(Listing::resolution);
    }

    /** Whether readers see the same of both. */
    boolean readsLike(Shelved other) {
        return listing.map(Listing::version).equals(other.listing.map(Listing::version));
    }
}
