package vn.quantriet.content.format;

import java.util.Locale;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution.Relation.Type;
import vn.quantriet.content.ResolutionId;

/** How a relation is said, and where all of a text's are shown. */
public final class RelationWords {
    private RelationWords() {}

    /** The key of the words that stand before the other text's name. */
    public static String key(Relations.Tie tie) {
        var type = tie.type().name().toLowerCase(Locale.ROOT);
        boolean forward = tie.outgoing() || tie.type() == Type.RELATED;
        return forward ? "content.relation.to." + type : "content.relation.from." + type;
    }

    public static String address(ResolutionId text) {
        return "/van-ban/" + text + "/quan-he";
    }
}
