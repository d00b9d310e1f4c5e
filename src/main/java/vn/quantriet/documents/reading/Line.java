package vn.quantriet.documents.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantriet.documents.reading.Block.Paragraph;

/** A paragraph with its number, typed or automatic, taken off its text. */
record Line(Paragraph paragraph, Optional<Numeral> numeral) {
    private static final Pattern ORNAMENT = Pattern.compile("[\\s\\-–—_=*.•·∗~⁎o]{1,120}");

    static Line of(Paragraph paragraph) {
        return new Line(
                paragraph,
                paragraph.label().isEmpty() ? Numeral.typed(paragraph.text()) : Numeral.automatic(paragraph.label()));
    }

    /** The letters after the number. */
    List<Run> rest() {
        return numeral.filter(n -> n.length() > 0)
                .map(n -> Runs.after(paragraph.runs(), n.length()))
                .orElse(paragraph.runs());
    }

    boolean isBullet() {
        return numeral.filter(n -> n.kind() == Numeral.Kind.BULLET).isPresent();
    }

    /** Whether it looks like a heading: by style, by weight of all its letters or of its beginning, or by automatic number. */
    boolean isStrong() {
        return paragraph.outline() > 0
                || !paragraph.label().isEmpty()
                || !paragraph.runs().isEmpty() && paragraph.runs().getFirst().bold();
    }

    /** Whether it is a rule drawn with signs. */
    static boolean isOrnament(Paragraph paragraph) {
        return paragraph.label().isEmpty() && ORNAMENT.matcher(paragraph.text()).matches();
    }

    static boolean isCapitals(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }
}
