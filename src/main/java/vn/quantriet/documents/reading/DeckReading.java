package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.SlidePage;
import vn.quantriet.documents.TextHead;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Outline.Clause;
import vn.quantriet.documents.reading.SlidesFile.Deck;
import vn.quantriet.documents.reading.SlidesFile.Slide;

/** Makes a deck of the library of a file of slides. */
final class DeckReading {
    private static final String NOTES = "Lời giảng:";
    private static final String UNTITLED = "Trang ";

    private DeckReading() {}

    static Reading of(Deck deck) {
        List<Unclear> unclear = new ArrayList<>(deck.original().unclear());
        var markdown = new StringBuilder();
        var preview = new PreviewHtml();
        List<SlidePage> pages = new ArrayList<>();
        for (var slide : deck.slides()) {
            var title = title(slide, unclear);
            markdown.append(markdown.isEmpty() ? "\n" : "\n---\n\n")
                    .append("# ")
                    .append(Inline.escaped(title).replaceAll("#+$", "\\\\$0"))
                    .append('\n')
                    .append(new BodyMarkdown(Map.of(), unclear).write(slide.blocks(), 0));
            pages.add(new SlidePage(slide.number(), !slide.whole(), markdown.length()));
            List<Block> shown = new ArrayList<>(slide.blocks());
            if (!slide.notes().isEmpty()) {
                markdown.append('\n')
                        .append(NOTES)
                        .append('\n')
                        .append(new BodyMarkdown(Map.of(), unclear).write(slide.notes(), 0));
                shown.add(Block.Paragraph.plain(new Place(0, slide.number()), NOTES));
                shown.addAll(slide.notes());
            }
            preview.add(new Clause(0, slide.number() + ".", title, shown, 0, slide.place()), Map.of());
            if (!slide.whole()) {
                preview.addPage(slide.number());
            }
        }
        unclear.sort(Comparator.comparingInt(Unclear::block));
        var name = deck.slides().stream()
                .map(Slide::title)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
        return Reading.of(
                        Reading.Kind.DECK,
                        new TextHead("", "", "", "", name, "", List.of(), ""),
                        markdown.toString(),
                        unclear,
                        SourceHtml.ofSlides(deck.original()),
                        preview.html())
                .with(pages);
    }

    private static String title(Slide slide, List<Unclear> unclear) {
        if (!slide.title().isEmpty()) {
            return slide.title();
        }
        int block =
                slide.blocks().isEmpty() ? 0 : slide.blocks().getFirst().place().number();
        unclear.add(new Unclear(block, slide.number(), "untitled", List.of(String.valueOf(slide.number())), ""));
        return UNTITLED + slide.number();
    }
}
