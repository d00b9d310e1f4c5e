package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Levels.Numbered;

/** The clauses of a document in the library's forms, each with a title and what stands below it. */
final class Outline {
    private static final int LONG_TITLE = 150;
    private static final int LEAD = 100;
    private static final int OPENING = 70;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[\\p{L}\\p{N}”\")])[.!?](?=\\s+\\p{Lu})");
    private static final Pattern CLOSING_SIGNS = Pattern.compile("[\\s.:;,–—-]+$");
    private static final Pattern OPENING_SIGNS = Pattern.compile("^[\\s.:;–—-]+");

    private final List<Unclear> unclear;
    private final List<Clause> clauses = new ArrayList<>();

    private Outline(List<Unclear> unclear) {
        this.unclear = unclear;
    }

    /**
     * @param number as the library writes it
     * @param place of its number in the document
     * @param quoted how many blocks at the head of the body stood before the clause
     */
    record Clause(int depth, String number, String title, List<Block> body, int quoted, Place place) {}

    static List<Clause> of(List<Block> blocks, String wrapper, List<Unclear> unclear) {
        var outline = new Outline(unclear);
        var all = Clauses.in(blocks, unclear);
        var levels = Levels.of(all.clauses(), unclear);
        if (levels.isEmpty()) {
            unclear.add(new Unclear(0, 0, "unnumbered", List.of(), ""));
            return List.of(new Clause(0, Form.ROMAN.write(1), wrapper, all.preamble(), 0, new Place(0, 0)));
        }
        for (int i = 0; i < levels.size(); i++) {
            boolean hasChild = i + 1 < levels.size()
                    && levels.get(i + 1).depth() > levels.get(i).depth();
            outline.add(levels.get(i), hasChild, wrapper);
        }
        return outline.withPreamble(all.preamble());
    }

    private void add(Numbered numbered, boolean hasChild, String wrapper) {
        if (numbered.found().isEmpty()) {
            clauses.add(new Clause(numbered.depth(), numbered.number(), wrapper, List.of(), 0, new Place(0, 0)));
            return;
        }
        var found = numbered.found().get();
        List<Block> body = new ArrayList<>(found.body());
        var runs = found.line().rest();
        var heading = found.line().paragraph();
        if (Runs.text(runs).isEmpty()) {
            runs = nextLines(body);
        }
        boolean follows = hasChild || body.stream().anyMatch(b -> !b.text().isBlank());
        var split = split(runs, heading, follows);
        if (!split.rest().isEmpty()) {
            body.addFirst(new Paragraph(heading.place(), 0, "", 0, false, split.rest()));
        }
        if (split.made()) {
            unclear.add(new Unclear(
                    heading.place().number(),
                    heading.place().page(),
                    "title",
                    List.of(numbered.number()),
                    heading.text()));
        }
        clauses.add(new Clause(numbered.depth(), numbered.number(), split.title(), body, 0, found.place()));
    }

    /** The title of a clause whose number stands alone: the lines below it that look like one. */
    private static List<Run> nextLines(List<Block> body) {
        List<Run> title = new ArrayList<>();
        while (!body.isEmpty()
                && body.getFirst() instanceof Paragraph p
                && p.label().isEmpty()
                && (title.isEmpty() || p.isBold() || Line.isCapitals(p.text()))
                && (p.isBold() || p.centred() || p.outline() > 0 || Line.isCapitals(p.text()))) {
            if (!title.isEmpty()) {
                title.add(Run.plain(" "));
            }
            title.addAll(p.runs());
            body.removeFirst();
        }
        return Runs.tidy(title);
    }

    /** @param made whether the title is not a title in the document, but the beginning of the words below it */
    private record Split(String title, List<Run> rest, boolean made) {}

    private static Split split(List<Run> runs, Paragraph heading, boolean follows) {
        var text = Runs.text(runs);
        var notes = runs.stream().filter(run -> run.note() > 0).toList();
        boolean whole = heading.outline() > 0 || Runs.all(runs, Run::bold) || Line.isCapitals(text);
        if (whole && follows && text.length() <= 2 * LONG_TITLE) {
            return new Split(bare(text), notes, false);
        }
        int bold = whole ? 0 : boldLength(runs);
        if (bold > 0) {
            var lead = bare(text.substring(0, Math.min(bold, text.length())));
            var rest = withoutOpeningSigns(Runs.after(runs, bold));
            if (lead.length() >= 2
                    && lead.length() <= 2 * LONG_TITLE
                    && !Runs.text(rest).isEmpty()) {
                return new Split(lead, rest, false);
            }
        }
        boolean closed = text.matches("(?s).*[.;!?]$");
        if (follows && text.length() <= LONG_TITLE && !closed
                || follows
                        && text.length() <= LEAD
                        && !SENTENCE_END.matcher(text).find()) {
            return new Split(bare(text), notes, false);
        }
        int colon = text.indexOf(": ");
        if (colon >= 2 && colon <= LEAD) {
            return new Split(bare(text.substring(0, colon)), withoutOpeningSigns(Runs.after(runs, colon)), false);
        }
        var sentence = SENTENCE_END.matcher(text);
        if (sentence.find() && sentence.start() <= LONG_TITLE) {
            return new Split(bare(text.substring(0, sentence.start())), Runs.after(runs, sentence.end()), false);
        }
        return new Split(opening(text), runs, true);
    }

    private static int boldLength(List<Run> runs) {
        int length = 0;
        for (var run : runs) {
            if (run.note() > 0) {
                continue;
            }
            if (!run.bold() && run.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                break;
            }
            length += run.bold() ? run.text().length() : 0;
            if (!run.bold()) {
                break;
            }
        }
        return length;
    }

    private static List<Run> withoutOpeningSigns(List<Run> runs) {
        var signs = OPENING_SIGNS.matcher(Runs.text(runs));
        return signs.find() ? Runs.after(runs, signs.end()) : runs;
    }

    private static String bare(String text) {
        var bare = CLOSING_SIGNS.matcher(text.strip()).replaceAll("");
        return bare.isEmpty() ? text.strip() : bare;
    }

    /** The first words, up to a sign that parts them from the rest where there is one. */
    private static String opening(String text) {
        if (text.isEmpty()) {
            return "…";
        }
        if (text.length() <= OPENING) {
            return bare(text);
        }
        int sign = Math.max(text.lastIndexOf(", ", OPENING), text.lastIndexOf("; ", OPENING));
        if (sign > OPENING / 3) {
            return bare(text.substring(0, sign));
        }
        int space = text.lastIndexOf(' ', OPENING);
        return bare(text.substring(0, space > 0 ? space : OPENING)) + "…";
    }

    /** The library has no place before the first clause: what stands there is quoted at the head of it. */
    private List<Clause> withPreamble(List<Block> preamble) {
        var words = preamble.stream().filter(b -> !b.text().isBlank()).toList();
        if (words.isEmpty()) {
            return clauses;
        }
        var place = words.getFirst().place();
        unclear.add(new Unclear(
                place.number(),
                place.page(),
                "preamble",
                List.of(),
                words.getFirst().text()));
        var first = clauses.getFirst();
        List<Block> body = new ArrayList<>(words);
        body.addAll(first.body());
        clauses.set(0, new Clause(first.depth(), first.number(), first.title(), body, words.size(), first.place()));
        return clauses;
    }
}
