package vn.quantriet.content.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ActingAuthor;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.TextPublishing.Edition;
import vn.quantriet.content.TextPublishing.IdentityUndecided;
import vn.quantriet.content.TextPublishing.Order;
import vn.quantriet.content.library.Custodians;

/** Returns a text to an earlier version, by publishing that one anew: nothing that came after it is lost. */
@Service
public class TextReturn {
    private final CommittedHistory history;
    private final TextPublishing publishing;
    private final ActingAuthor acting;

    TextReturn(CommittedHistory history, TextPublishing publishing, ActingAuthor acting) {
        this.history = history;
        this.publishing = publishing;
        this.acting = acting;
    }

    /** Whether the acting member may do so. */
    public boolean isOpen() {
        return Custodians.includeReader();
    }

    /** What is there to be replaced; absent when there is no such text. */
    public Optional<Edition> present(ResolutionId id) {
        return publishing.edition(id);
    }

    /**
     * Publishes the files of an earlier version in the acting member's name. Decks stay as they are: they belong to those who made
     * them. Not to be called within a transaction.
     *
     * @param base {@link Edition#version} of the text that is to be replaced
     * @param message the commit's first line
     * @throws AccessDeniedException when the acting member may not
     * @throws IllegalArgumentException when there is no such version
     * @throws TextPublishing.FilesHaveProblems when what was right then no longer is
     * @throws TextPublishing.TextReplacedMeanwhile when the text is no longer that of {@code base}
     */
    public void to(ResolutionId id, String commit, Optional<String> base, String message) {
        Custodians.requireReader();
        if (history.version(id, commit).isEmpty()) {
            throw new IllegalArgumentException("expected a version of " + id + ", got '" + commit + "'");
        }
        var files = withPresentDecks(id, history.files(id, commit));
        Map<String, Optional<ClauseId>> identities = new HashMap<>();
        history.removedSince(id, commit).forEach((place, clause) -> identities.put(place, Optional.of(clause)));
        var author = acting.author();
        try {
            publishing.publish(new Order(id, files, Set.of(), identities, author, base, message));
        } catch (IdentityUndecided e) {
            identities.putAll(asTheyWere(id, commit, e));
            publishing.publish(new Order(id, files, Set.of(), identities, author, base, message));
        }
    }

    private Map<String, String> withPresentDecks(ResolutionId id, Map<String, String> then) {
        Map<String, String> files = new HashMap<>(then);
        files.keySet().removeIf(path -> path.startsWith(Manuscript.DECKS));
        publishing.edition(id).map(Edition::files).orElse(Map.of()).forEach((path, words) -> {
            if (path.startsWith(Manuscript.DECKS)) {
                files.put(path, words);
            }
        });
        return files;
    }

    /** The version itself says which clause stood at each place; one that is no longer known is a new one. */
    private Map<String, Optional<ClauseId>> asTheyWere(ResolutionId id, String commit, IdentityUndecided undecided) {
        Map<String, ClauseId> byPlace = new HashMap<>();
        history.clauses(id, commit).clauses().values().forEach(clause -> byPlace.put(clause.place(), clause.id()));
        Map<String, Optional<ClauseId>> identities = new HashMap<>();
        for (var change : undecided.undecided()) {
            identities.put(
                    change.place(),
                    Optional.of(change.clause()).filter(clause -> clause.equals(byPlace.get(change.place()))));
        }
        return identities;
    }
}
