package vn.quantriet.documents.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a document in the order of reading, as its file has it, before anything is made of it. */
public sealed interface Block {
    Place place();

    /** The words without their looks, on one line. */
    String text();

    /**
     * @param outline level of a heading style from 1; 0 for none
     * @param label the number or bullet that the program writes before the paragraph, as it is printed; empty for none. A number
     *     that was typed is part of the text
     * @param depth of the list the paragraph belongs to, from 0
     */
    record Paragraph(Place place, int outline, String label, int depth, boolean centred, List<Run> runs)
            implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        static Paragraph plain(Place place, String text) {
            return new Paragraph(place, 0, "", 0, false, List.of(Run.plain(text)));
        }

        Paragraph withRuns(List<Run> others) {
            return new Paragraph(place, outline, label, depth, centred, others);
        }

        Paragraph withLabel(String other) {
            return new Paragraph(place, outline, other, depth, centred, runs);
        }

        @Override
        public String text() {
            return Runs.text(runs);
        }

        /** Whether every letter is bold. */
        boolean isBold() {
            return Runs.all(runs, Run::bold);
        }
    }

    /** @param rows each with as many cells as it has in the file */
    record Table(Place place, List<List<Cell>> rows) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return rows.stream()
                    .flatMap(List::stream)
                    .flatMap(cell -> cell.blocks().stream())
                    .map(Block::text)
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * @param columns that it takes
     * @param continued whether it goes on a cell of the row above
     */
    record Cell(List<Block> blocks, int columns, boolean continued) {
        public Cell {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A picture.
     *
     * @param description may be empty
     * @param file its name among the files of the text; empty when it was not taken
     */
    record Picture(Place place, String description, String file) implements Block {
        /** What is said of it where it is shown: its description, or the number of its file. */
        String words() {
            return description.isEmpty() ? "Hình " + file.replaceAll("\\D", "") : description;
        }

        @Override
        public String text() {
            return description;
        }
    }
}
