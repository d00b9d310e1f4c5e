package vn.quantriet.content.format;

import java.util.List;
import java.util.Map;
import vn.quantriet.content.Fact;
import vn.quantriet.content.Resolution;

/**
 * A text with what is needed to show it.
 *
 * @param facts by the id with which the text refers to them
 * @param body its clauses as Markdown
 * @param words of each of its clauses as plain text, in their order, without those of the clauses below; empty for a mere heading
 * @param lines of the clauses' headings in the file, from 1
 * @param files those that the body shows or links
 */
public record ParsedText(
        Resolution resolution,
        Map<String, Fact> facts,
        String body,
        List<String> words,
        List<Integer> lines,
        AttachedFiles files) {
    public ParsedText {
        facts = Map.copyOf(facts);
        words = List.copyOf(words);
        lines = List.copyOf(lines);
    }

    /** With its clauses identified. */
    public ParsedText with(Resolution identified) {
        return new ParsedText(identified, facts, body, words, lines, files);
    }
}
