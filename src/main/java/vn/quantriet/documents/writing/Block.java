package vn.quantriet.documents.writing;

import java.util.List;
import java.util.Optional;

/** A piece of a document between two others: what Markdown, Word and PowerPoint have in common. */
sealed interface Block {

    /** @param level from 1 */
    record Heading(int level, List<Run> runs) implements Block {
        public Heading {
            runs = List.copyOf(runs);
        }
    }

    record Paragraph(List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** @param first number of the first item; absent for a list with bullets */
    record Listing(Optional<Integer> first, List<Item> items) implements Block {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** @param blocks begin with a paragraph */
    record Item(Tick tick, List<Block> blocks) {
        public Item {
            blocks = List.copyOf(blocks);
        }
    }

    /** Whether an item has a box to tick. */
    enum Tick {
        NONE,
        OPEN,
        TICKED
    }

    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /** @param rows of equal length, the first holds the headings */
    record Table(List<Align> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Cell(List<Run> runs) {
        public Cell {
            runs = List.copyOf(runs);
        }
    }

    /** How a column stands. */
    enum Align {
        NONE,
        LEFT,
        CENTER,
        RIGHT
    }

    record Code(String text) implements Block {}

    record Rule() implements Block {}
}
