package vn.quantriet.content.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.content.Holding;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ParsedText;

/**
 * One text's folder as it is now: what is in service and what is wrong.
 *
 * @param decks by name, in the order of their names
 * @param problems of its files, those of citations of other texts excepted, which depend on these
 * @param elsewhere clauses of other texts that its files cite
 * @param goodFiles paths whose present version is right
 */
record Shelved(
        ResolutionId id,
        Optional<ParsedText> text,
        List<KeyPoint> keyPoints,
        Map<String, SlideDeck> decks,
        Optional<Quiz> quiz,
        List<Problem> problems,
        List<Citation> elsewhere,
        Set<String> goodFiles) {

    Optional<Holding> holding() {
        return text.map(t -> new Holding(t.resolution(), keyPoints, List.copyOf(decks.values()), quiz));
    }

    /** Whether readers see the same of both. */
    boolean readsLike(Shelved other) {
        return text.equals(other.text) && holding().equals(other.holding());
    }
}
