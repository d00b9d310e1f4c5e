package vn.quantriet.documents.writing;

import java.util.List;
import java.util.Optional;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.SlideDeck;

/**
 * A deck opened for showing.
 *
 * @param madeOf the commit of the library
 * @param whole whether no words of the speaker were left out
 * @param slides with the words of the speaker where they may be seen
 */
record DeckCopy(Resolution text, SlideDeck deck, String frontMatter, String madeOf, boolean whole, List<Sheet> slides) {
    DeckCopy {
        slides = List.copyOf(slides);
    }

    /** One slide. @param title empty when it has none */
    record Sheet(List<Run> title, List<Block> content, List<Block> notes) {
        Sheet {
            title = List.copyOf(title);
            content = List.copyOf(content);
            notes = List.copyOf(notes);
        }
    }

    /** Absent when the text has no such deck. */
    static Optional<DeckCopy> of(Manuscript manuscript, String name, boolean withNotes) {
        return Optional.ofNullable(manuscript.files().get(Manuscript.deck(name)))
                .flatMap(file -> manuscript
                        .holding()
                        .deck(name)
                        .map(deck -> new DeckCopy(
                                manuscript.resolution(),
                                deck,
                                file.frontMatter(),
                                manuscript.commit(),
                                withNotes
                                        || file.pages().stream()
                                                .allMatch(page -> page.notes().isBlank()),
                                file.pages().stream()
                                        .map(page -> sheet(page, withNotes))
                                        .toList())));
    }

    private static Sheet sheet(Manuscript.Page page, boolean withNotes) {
        var blocks = Blocks.of(page.html());
        var notes = withNotes ? Blocks.of(page.notes()) : List.<Block>of();
        return !blocks.isEmpty() && blocks.getFirst() instanceof Block.Heading(int level, List<Run> title) && level == 1
                ? new Sheet(title, blocks.subList(1, blocks.size()), notes)
                : new Sheet(List.of(), blocks, notes);
    }

    String path() {
        return Manuscript.deck(deck.id().name());
    }
}
