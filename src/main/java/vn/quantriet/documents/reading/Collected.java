package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;
import vn.quantriet.documents.reading.Block.Picture;

/** Gathers the blocks of a document while it is read; refuses more than any text that somebody wrote. */
final class Collected {
    private static final int MOST_BLOCKS = 60_000;
    private static final int MOST_LETTERS = 4_000_000;
    private static final int STEP = 50;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private final Progress progress;
    private int number;
    /** Known once the file has said where one ends: what stands on the first is then without. */
    private int page = 1;

    private int letters;
    private boolean paged;
    private int pages;

    Collected(Progress progress) {
        this.progress = progress;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The place of a new block. */
    Place next() {
        if (++number > MOST_BLOCKS) {
            throw new DocumentRefused(Reason.TOO_COMPLEX);
        }
        if (pages == 0 && number % STEP == 0) {
            progress.reached(number, 0);
        }
        return new Place(number, paged ? page : 0);
    }

    /** The same block on the page that is reached. */
    Place here(Place place) {
        return new Place(place.number(), page);
    }

    void turnPage() {
        page++;
        paged = true;
    }

    /** @param of how many pages there are */
    void onPage(int reached, int of) {
        pages = of;
        progress.reached(reached, of);
        onPage(reached);
    }

    void onPage(int reached) {
        page = reached;
        paged = true;
    }

    void unclear(String code, String words, String... arguments) {
        unclear.add(new Unclear(number, paged ? page : 0, code, List.of(arguments), words));
    }

    void unclear(Place place, String code, String words) {
        unclear.add(new Unclear(place.number(), place.page(), code, List.of(), words));
    }

    /** Takes a picture along, or says why not. */
    Picture picture(Pictures.Taken taken, String description) {
        var picture = new Picture(next(), description, taken.file());
        if (!taken.problem().isEmpty()) {
            unclear(taken.problem(), description);
        } else if (description.isEmpty()) {
            unclear("picture-words", "", picture.words());
        }
        return picture;
    }

    /** Adds a paragraph, or several where it has line breaks; nothing when it is empty. */
    void add(Paragraph paragraph, List<Block> into) {
        boolean first = true;
        for (var line : Runs.lines(paragraph.runs())) {
            var runs = Runs.tidy(line);
            var text = Runs.text(runs);
            letters += text.length();
            if (letters > MOST_LETTERS) {
                throw new DocumentRefused(Reason.TOO_COMPLEX);
            }
            if (!runs.isEmpty()) {
                var part = first
                        ? paragraph
                        : new Paragraph(next(), paragraph.outline(), "", 0, paragraph.centred(), runs);
                into.add(part.withRuns(runs));
                first = false;
            }
        }
    }

    Original original(Map<Integer, List<Run>> notes) {
        Map<Integer, List<Run>> tidyNotes = new HashMap<>();
        notes.forEach((note, runs) -> tidyNotes.put(note, Runs.tidy(runs)));
        return Legacy.withoutFonts(new Original(blocks, tidyNotes, unclear));
    }
}
