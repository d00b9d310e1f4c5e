package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Clauses.Found;
import vn.quantriet.documents.reading.Numeral.Kind;

/**
 * Brings the numbers of a document into the forms that the library has: I. 1. a), or Chương, Điều, 1. a). A number that has its
 * form there is kept as it is, even when it leaves a gap; others are counted anew, and that is said.
 */
final class Levels {
    private static final List<Form> PLAIN = List.of(Form.ROMAN, Form.ARABIC, Form.LETTER);
    private static final Set<Kind> BELOW_ROMAN = Set.of(Kind.ARABIC, Kind.DOTTED, Kind.LETTER);

    private final List<Unclear> unclear;
    private final List<Form> forms;
    private final List<Kind> kinds;
    private final boolean wrapped;
    private final int[] counts;
    private final List<Numbered> out = new ArrayList<>();

    private Levels(List<Found> found, List<Unclear> unclear) {
        this.unclear = unclear;
        var used =
                found.stream().map(f -> f.numeral().kind()).distinct().sorted().toList();
        if (used.contains(Kind.ARTICLE)) {
            boolean chapters = used.contains(Kind.CHAPTER);
            this.forms = chapters
                    ? List.of(Form.CHAPTER, Form.ARTICLE, Form.ARABIC, Form.LETTER)
                    : List.of(Form.ARTICLE, Form.ARABIC, Form.LETTER);
            this.kinds = chapters
                    ? List.of(Kind.CHAPTER, Kind.ARTICLE, Kind.ARABIC, Kind.LETTER)
                    : List.of(Kind.ARTICLE, Kind.ARABIC, Kind.LETTER);
            this.wrapped = false;
        } else {
            this.forms = PLAIN;
            this.wrapped = !used.isEmpty() && BELOW_ROMAN.containsAll(used);
            this.kinds = wrapped ? wrappedKinds(used) : used;
        }
        this.counts = new int[forms.size()];
    }

    /** @param found absent for a clause that the document has not, made to hold those that need one above them */
    record Numbered(int depth, String number, Optional<Found> found) {}

    static List<Numbered> of(List<Found> found, List<Unclear> unclear) {
        var levels = new Levels(found, unclear);
        if (levels.wrapped) {
            levels.counts[0] = 1;
            levels.out.add(new Numbered(0, Form.ROMAN.write(1), Optional.empty()));
            unclear.add(new Unclear(0, 0, "wrapped", List.of(), ""));
        }
        found.forEach(levels::take);
        return levels.withVietnameseLetters();
    }

    private static List<Kind> wrappedKinds(List<Kind> used) {
        List<Kind> kinds = new ArrayList<>(used);
        kinds.addFirst(Kind.ROMAN);
        return kinds;
    }

    private void take(Found found) {
        int level = kinds.indexOf(found.numeral().kind());
        if (level < 0 || level >= forms.size()) {
            demote(found);
            return;
        }
        int depth = level;
        while (depth > 0 && counts[depth - 1] == 0) {
            depth--;
        }
        var form = forms.get(depth);
        boolean kept = form.writes(found.numeral().kind());
        counts[depth] = kept ? found.numeral().value() : counts[depth] + 1;
        for (int below = depth + 1; below < counts.length; below++) {
            counts[below] = 0;
        }
        var number = form.write(counts[depth]);
        if (!kept) {
            say("renumbered", found, found.numeral().printed(), number);
        }
        out.add(new Numbered(depth, number, Optional.of(found)));
    }

    /** Deeper than the library goes: its words stay, as paragraphs with their number. */
    private void demote(Found found) {
        say("deep", found, found.numeral().printed());
        var line = found.line().paragraph();
        List<Run> runs = new ArrayList<>();
        if (found.numeral().length() == 0) {
            runs.add(Run.plain(found.numeral().printed() + " "));
        }
        runs.addAll(line.runs());
        var paragraph = new Paragraph(line.place(), 0, "", 0, false, Runs.tidy(runs));
        out.reversed().stream()
                .flatMap(numbered -> numbered.found().stream())
                .findFirst()
                .ifPresentOrElse(
                        before -> {
                            before.body().add(paragraph);
                            before.body().addAll(found.body());
                        },
                        () -> say("lost", found));
    }

    /** Word counts by the English alphabet, where e comes after d; the library by the Vietnamese, where đ does. */
    private List<Numbered> withVietnameseLetters() {
        List<Numbered> result = new ArrayList<>(out);
        for (int i = 0; i < result.size(); i++) {
            if (!isLetter(result.get(i))) {
                continue;
            }
            int end = i + 1;
            boolean english = false;
            while (end < result.size()
                    && isLetter(result.get(end))
                    && result.get(end).depth() == result.get(i).depth()) {
                var before = numeral(result.get(end - 1));
                var now = numeral(result.get(end));
                english |= now.followsInEnglish(before) && now.value() != before.value() + 1;
                end++;
            }
            if (english) {
                recount(result, i, end);
            }
            i = end - 1;
        }
        return result;
    }

    private void recount(List<Numbered> result, int from, int to) {
        for (int i = from; i < to; i++) {
            var numbered = result.get(i);
            var number = Form.LETTER.write(i - from + 1);
            if (!number.equals(numbered.number()) || numeral(numbered).value() > Numeral.LETTERS.length()) {
                numbered.found()
                        .ifPresent(found ->
                                say("renumbered", found, found.numeral().printed(), number));
                result.set(i, new Numbered(numbered.depth(), number, numbered.found()));
            }
        }
    }

    private boolean isLetter(Numbered numbered) {
        return numbered.found().filter(f -> f.numeral().kind() == Kind.LETTER).isPresent()
                && forms.get(numbered.depth()) == Form.LETTER;
    }

    private static Numeral numeral(Numbered numbered) {
        return numbered.found().orElseThrow().numeral();
    }

    private void say(String code, Found found, String... arguments) {
        unclear.add(new Unclear(
                found.place().number(),
                found.place().page(),
                code,
                List.of(arguments),
                found.line().paragraph().text()));
    }
}
