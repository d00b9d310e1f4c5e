package vn.quantriet.content.format;

import java.util.Map;
import vn.quantriet.content.Fact;
import vn.quantriet.content.Resolution;

/**
 * A text with what is needed to show it.
 *
 * @param facts by the id with which the text refers to them
 * @param body its clauses as Markdown
 */
public record ParsedText(Resolution resolution, Map<String, Fact> facts, String body) {
    public ParsedText {
        facts = Map.copyOf(facts);
    }
}
