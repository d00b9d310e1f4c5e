package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.SlideDeck.Slide;

/** Parses a deck in {@code slides/}. */
final class DeckSource {
    private static final Pattern NOTES = Pattern.compile("^ {0,3}Lời giảng:[ \\t]*$", Pattern.MULTILINE);
    private static final String SEPARATOR = "---";

    /** Where code or HTML may begin. */
    private static final Pattern DOUBTFUL = Pattern.compile("```|~~~|<");

    private static final int LONG = 200;
    private static final int MOST_MINUTES = 600;

    private final DeckId id;
    private final Findings findings;
    private final Html html;

    private DeckSource(DeckId id, Findings findings, Html html) {
        this.id = id;
        this.findings = findings;
        this.html = html;
    }

    static Parsed<SlideDeck> parse(DeckId id, SourceFile file, Html html) {
        var findings = new Findings(file, id.resolution());
        return findings.with(new DeckSource(id, findings, html).parse().orElse(null));
    }

    private Optional<SlideDeck> parse() {
        var slides = slides();
        return FrontMatter.read(findings).flatMap(keys -> {
            keys.allow("title", "reporter", "audience", "minutes");
            var title = keys.text("title", LONG);
            var reporter = keys.text("reporter", LONG);
            var audience = keys.text("audience", LONG);
            var minutes = keys.optionalNumber("minutes", 1, MOST_MINUTES);
            return title.flatMap(t -> reporter.flatMap(r -> audience.map(a -> new SlideDeck(
                    id, t, r, a, minutes, slides, Hashes.of(findings.file().text())))));
        });
    }

    /**
     * A slide as a piece of the file: its content from {@code from} to {@code to}, the words of the speaker from {@code notes} to
     * {@code end}.
     */
    record Place(int from, int to, int notes, int end) {}

    /** The slides of any file, right or not. */
    static List<Place> places(DeckId id, SourceFile file) {
        return new DeckSource(id, new Findings(file, id.resolution()), Html.none(id.resolution())).places();
    }

    private List<Place> places() {
        var text = findings.file().text();
        int from = FrontMatter.bodyStart(text);
        List<Place> places = new ArrayList<>();
        for (int separator : separators(from)) {
            places.add(place(from, separator));
            from = Math.min(text.length(), separator + SEPARATOR.length());
        }
        places.add(place(from, text.length()));
        return places;
    }

    private Place place(int from, int end) {
        var matcher = NOTES.matcher(findings.file().text()).region(from, end);
        return matcher.find() ? new Place(from, matcher.start(), matcher.end(), end) : new Place(from, end, end, end);
    }

    private List<Slide> slides() {
        var text = findings.file().text();
        int start = FrontMatter.bodyStart(text);
        if (text.substring(start).isBlank()) {
            findings.report(Math.max(0, start - 1), "deck-empty");
            return List.of();
        }
        List<Slide> slides = new ArrayList<>();
        for (var place : places()) {
            slides.add(slide(slides.size() + 1, place));
        }
        return slides;
    }

    /** Positions of the lines that part slides; each must stand between empty lines. */
    private List<Integer> separators(int start) {
        return plainSeparators(findings.file().text(), start).orElseGet(() -> parsedSeparators(start));
    }

    /**
     * Without parsing, which takes as long as parsing the slides. Absent unless it is sure: in code and HTML such a line parts nothing,
     * and under a line of words it makes them a heading.
     */
    private static Optional<List<Integer>> plainSeparators(String text, int start) {
        if (DOUBTFUL.matcher(text).region(start, text.length()).find()) {
            return Optional.empty();
        }
        List<Integer> found = new ArrayList<>();
        boolean afterEmpty = true;
        for (int from = start, end; from < text.length(); from = end + 1) {
            end = lineEnd(text, from);
            boolean separates = text.startsWith(SEPARATOR, from) && end == from + SEPARATOR.length();
            if (separates && afterEmpty && isBlankLine(text, end + 1)) {
                found.add(from);
            } else if (text.substring(from, end).strip().equals(SEPARATOR)) {
                return Optional.empty();
            }
            afterEmpty = text.substring(from, end).chars().allMatch(c -> c == ' ' || c == '\t');
        }
        return Optional.of(found);
    }

    private List<Integer> parsedSeparators(int start) {
        var text = findings.file().text();
        var whole = Markdown.parse(findings.file(), start, text.length());
        List<Integer> found = new ArrayList<>();
        for (var block : whole.blocks()) {
            if (block instanceof ThematicBreak rule
                    && rule.getChars().toString().strip().equals(SEPARATOR)) {
                int position =
                        whole.positionOf(rule) + rule.getChars().toString().indexOf(SEPARATOR);
                found.add(position);
                if (!isBlankLine(text, lineEnd(text, position) + 1) || !endsWithBlankLine(text, start, position)) {
                    findings.report(position, "slide-separator");
                }
            }
        }
        return found;
    }

    private Slide slide(int number, Place place) {
        var content = Markdown.parse(findings.file(), place.from(), place.to());
        var notes = Markdown.parse(findings.file(), place.notes(), place.end());
        for (var part : List.of(content, notes)) {
            part.check(findings);
            part.forbidFacts(findings);
        }
        var blocks = content.blocks();
        var title = title(blocks, content, place.from(), place.end());
        var body = title.isPresent() ? blocks.subList(1, blocks.size()) : blocks;
        var cites = new LinkedHashSet<ClauseRef>(Markdown.cites(blocks, findings));
        cites.addAll(Markdown.cites(notes.blocks(), findings));
        return new Slide(
                number,
                title.orElse(""),
                html.of(blocks),
                PlainText.withoutCitations(body),
                html.of(notes.blocks()),
                List.copyOf(cites));
    }

    private Optional<String> title(List<Node> blocks, Markdown content, int from, int to) {
        if (blocks.isEmpty()) {
            findings.report(firstWord(from, to), "slide-empty");
            return Optional.empty();
        }
        for (var block : blocks.subList(1, blocks.size())) {
            if (block instanceof Heading heading && heading.getLevel() == 1 && heading.isAtxHeading()) {
                findings.report(content.positionOf(heading), "slide-two-titles", PlainText.of(heading));
            }
        }
        if (blocks.getFirst() instanceof Heading heading && heading.getLevel() == 1 && heading.isAtxHeading()) {
            var title = PlainText.of(heading);
            if (title.isEmpty()) {
                findings.report(content.positionOf(heading), "heading-empty");
            }
            return Optional.of(title);
        }
        findings.report(content.positionOf(blocks.getFirst()), "slide-title");
        return Optional.empty();
    }

    private int firstWord(int from, int to) {
        var text = findings.file().text();
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return to > from && to == text.length() ? Math.max(0, from - 1) : from;
    }

    private static boolean isBlankLine(String text, int start) {
        return start >= text.length()
                || text.substring(start, lineEnd(text, start)).isBlank();
    }

    private static boolean endsWithBlankLine(String text, int start, int position) {
        int lineStart = text.lastIndexOf('\n', position) + 1;
        if (lineStart <= start) {
            return true;
        }
        int before = text.lastIndexOf('\n', lineStart - 2) + 1;
        return text.substring(before, lineStart).isBlank();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
