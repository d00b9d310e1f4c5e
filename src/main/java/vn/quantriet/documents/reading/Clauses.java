package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Numeral.Kind;

/**
 * Finds the paragraphs that begin a clause. A number alone does not make one: it must be the next of its kind where it stands, so
 * that a list of its own within a clause, a year or a reference at the beginning of a line is not taken for one.
 */
final class Clauses {
    private final int[] last = new int[Kind.values().length];
    private final int[] running = new int[Kind.values().length];
    private final int[] refused = new int[Kind.values().length];
    private final @Nullable Look[] acceptedLook = new Look[Kind.values().length];
    private final @Nullable Look[] refusedLook = new Look[Kind.values().length];
    private final List<Found> found = new ArrayList<>();
    private final List<Block> preamble = new ArrayList<>();
    private final List<Unclear> unclear;
    private Optional<Numeral> lastLetter = Optional.empty();

    /** What tells the numbers of one list from those of another. */
    private record Look(boolean automatic, boolean bold, int outline, int depth) {
        static Look of(Line line) {
            var p = line.paragraph();
            boolean bold = !p.runs().isEmpty() && p.runs().getFirst().bold();
            return new Look(!p.label().isEmpty(), bold, p.outline(), p.depth());
        }
    }

    private Clauses(List<Unclear> unclear) {
        this.unclear = unclear;
    }

    /** A clause and what stands below it before the next. */
    record Found(Numeral numeral, Line line, List<Block> body) {
        Place place() {
            return line.paragraph().place();
        }
    }

    /** @param preamble what stands before the first clause */
    record All(List<Block> preamble, List<Found> clauses) {}

    static All in(List<Block> blocks, List<Unclear> unclear) {
        var clauses = new Clauses(unclear);
        var numbered = blocks.stream()
                .anyMatch(block -> block instanceof Paragraph p
                        && Line.of(p).numeral().filter(n -> n.kind().isClause()).isPresent());
        var source = numbered ? blocks : ByHeadings.numbered(blocks, unclear);
        source.forEach(clauses::take);
        return new All(clauses.preamble, clauses.found);
    }

    private void take(Block block) {
        if (block instanceof Paragraph paragraph) {
            if (Line.isOrnament(paragraph)) {
                return;
            }
            var line = Line.of(paragraph);
            var numeral = line.numeral().filter(n -> n.kind().isClause()).map(this::asMeant);
            if (numeral.isPresent() && accepts(numeral.get(), line)) {
                begin(numeral.get(), line);
                return;
            }
            if (numeral.isPresent()) {
                refused[numeral.get().kind().ordinal()] = numeral.get().value();
                refusedLook[numeral.get().kind().ordinal()] = Look.of(line);
                say("number", paragraph, numeral.get().printed());
            } else if (paragraph.outline() > 0 && paragraph.label().isEmpty() && !continuesTitle(line)) {
                say("heading", paragraph);
            }
        }
        (found.isEmpty() ? preamble : found.getLast().body()).add(block);
    }

    /** The name of a chapter usually stands on a line of its own below its number. */
    private boolean continuesTitle(Line line) {
        return !found.isEmpty()
                && found.getLast().body().isEmpty()
                && found.getLast().line().rest().isEmpty()
                && line.numeral().isEmpty();
    }

    /** After A and B a C is the third, though it is a Roman hundred too. */
    private Numeral asMeant(Numeral numeral) {
        char letter = numeral.printed().charAt(0);
        int capital = last[Kind.CAPITAL.ordinal()];
        boolean single = numeral.printed().length() > 1
                && !Character.isLetter(numeral.printed().charAt(1));
        return numeral.kind() == Kind.ROMAN && single && capital > 0 && letter - 'A' == capital
                ? new Numeral(Kind.CAPITAL, capital + 1, numeral.printed(), numeral.length())
                : numeral;
    }

    private boolean accepts(Numeral numeral, Line line) {
        int kind = numeral.kind().ordinal();
        int value = numeral.value();
        boolean next = value == last[kind] + 1
                || numeral.kind() == Kind.LETTER
                        && lastLetter.filter(numeral::followsInEnglish).isPresent();
        var look = Look.of(line);
        // The list goes on that was not taken for clauses, unless this looks like the clauses and not like the list.
        boolean goesOn = refused[kind] > 0 && value == refused[kind] + 1;
        if (goesOn && !(next && look.equals(acceptedLook[kind]) && !look.equals(refusedLook[kind]))) {
            return false;
        }
        boolean runsOn = value > 1 && value == running[kind] + 1;
        boolean leavesAGap = value > 1 && value > last[kind] && line.isStrong();
        return next || runsOn || leavesAGap;
    }

    private void begin(Numeral numeral, Line line) {
        int kind = numeral.kind().ordinal();
        last[kind] = numeral.value();
        running[kind] = numeral.value();
        acceptedLook[kind] = Look.of(line);
        refused[kind] = 0;
        for (int below = kind + 1; below < last.length; below++) {
            last[below] = 0;
            refused[below] = 0;
        }
        if (numeral.kind() == Kind.LETTER) {
            lastLetter = Optional.of(numeral);
        } else if (numeral.kind().ordinal() < Kind.LETTER.ordinal()) {
            lastLetter = Optional.empty();
        }
        found.add(new Found(numeral, line, new ArrayList<>()));
    }

    private void say(String code, Paragraph paragraph, String... arguments) {
        unclear.add(new Unclear(
                paragraph.place().number(), paragraph.place().page(), code, List.of(arguments), paragraph.text()));
    }
}
