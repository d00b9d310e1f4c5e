package vn.quantriet.documents.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.quantriet.content.Fact;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;

/**
 * A text and what is around it, laid out for paper.
 *
 * @param quiz empty when it is not to be shown
 */
record TextCopy(Manuscript manuscript, List<Block> body, List<Block> keyPoints, List<Block> quiz) {
    TextCopy {
        body = List.copyOf(body);
        keyPoints = List.copyOf(keyPoints);
        quiz = List.copyOf(quiz);
    }

    static TextCopy of(Manuscript manuscript, boolean withQuiz) {
        return new TextCopy(
                manuscript,
                blocks(manuscript, Manuscript.TEXT),
                blocks(manuscript, Manuscript.KEY_POINTS),
                withQuiz ? blocks(manuscript, Manuscript.QUIZ) : List.of());
    }

    private static List<Block> blocks(Manuscript manuscript, String file) {
        var opened = manuscript.files().get(file);
        return opened == null
                ? List.of()
                : opened.pages().stream()
                        .flatMap(page -> Blocks.of(page.html()).stream())
                        .toList();
    }

    Resolution text() {
        return manuscript.resolution();
    }

    /** Front matter by file, for the files that the copy holds. */
    Map<String, String> frontMatters() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(Manuscript.TEXT, frontMatter(Manuscript.TEXT));
        if (!keyPoints.isEmpty()) {
            lines.put(Manuscript.KEY_POINTS, frontMatter(Manuscript.KEY_POINTS));
        }
        if (!quiz.isEmpty()) {
            lines.put(Manuscript.QUIZ, frontMatter(Manuscript.QUIZ));
        }
        return lines;
    }

    private String frontMatter(String file) {
        var opened = manuscript.files().get(file);
        return opened == null ? "" : opened.frontMatter();
    }

    /**
     * A figure of the text with its source.
     *
     * @param phrase as the text has it where it stands first
     */
    record Figure(String id, String phrase, Fact fact) {}

    /** The figures in the order in which they stand in the text. */
    List<Figure> figures() {
        Map<String, StringBuilder> phrases = new LinkedHashMap<>();
        Set<String> done = new LinkedHashSet<>();
        eachWords(body, runs -> {
            for (var run : runs) {
                run.link().filter(link -> link.startsWith("fact:")).ifPresent(link -> {
                    if (!done.contains(link)) {
                        phrases.computeIfAbsent(link, id -> new StringBuilder()).append(run.text());
                    }
                });
            }
            done.addAll(phrases.keySet());
        });
        List<Figure> figures = new ArrayList<>();
        phrases.forEach((link, phrase) -> {
            var id = link.substring("fact:".length());
            var fact = manuscript.facts().get(id);
            if (fact != null) {
                figures.add(new Figure(id, phrase.toString(), fact));
            }
        });
        return figures;
    }

    private static void eachWords(List<? extends Block> blocks, Consumer<List<Run>> visit) {
        for (var block : blocks) {
            switch (block) {
                case Block.Heading heading -> visit.accept(heading.runs());
                case Block.Paragraph paragraph -> visit.accept(paragraph.runs());
                case Block.Listing list -> list.items().forEach(item -> eachWords(item.blocks(), visit));
                case Block.Quote quote -> eachWords(quote.blocks(), visit);
                case Block.Table table -> table.rows().forEach(row -> row.forEach(cell -> visit.accept(cell.runs())));
                case Block.Code code -> {}
                case Block.Rule rule -> {}
            }
        }
    }
}
