package vn.quantriet.documents.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays the blocks of a slide out on sheets of a fixed height: with the largest type that fits one sheet, and when even the smallest
 * does not, on several. Widths are estimated, since a server need not have the fonts; whoever opens the file may move things.
 */
final class SlidePaging {
    static final double WIDTH = 848;
    static final double HEIGHT = 352;

    private static final double[] SIZES = {28, 26, 24, 22, 20, 18, 16};
    private static final double LETTER = 0.52;
    private static final double LINE = 1.3;
    private static final double GAP = 8;
    private static final double PADDING = 10;

    private SlidePaging() {}

    /** What stands in one frame of a slide. */
    sealed interface Frame {
        record Words(List<Block> blocks) implements Frame {}

        record Question(List<Block> blocks) implements Frame {}

        record Subheading(Block.Heading heading) implements Frame {}

        /** @param continued whether its rows belong to the table of the sheet before */
        record Grid(Block.Table table, boolean continued) implements Frame {}

        record Citations(Block.Paragraph paragraph) implements Frame {}
    }

    /** A frame with its place. @param top in points from the top of the content */
    record Placed(Frame frame, double top, double height) {}

    /** One sheet. @param size of type in points */
    record Sheet(double size, List<Placed> frames) {
        Sheet {
            frames = List.copyOf(frames);
        }
    }

    static List<Sheet> of(List<Block> content) {
        var frames = frames(content);
        for (double size : SIZES) {
            if (height(frames, size) <= HEIGHT) {
                return List.of(placed(frames, size));
            }
        }
        return several(content, SIZES[SIZES.length - 1]);
    }

    private static List<Sheet> several(List<Block> content, double size) {
        List<Sheet> sheets = new ArrayList<>();
        List<Block> page = new ArrayList<>();
        boolean continued = false;
        for (var piece : pieces(content)) {
            var more = joined(page, piece);
            if (!page.isEmpty() && height(frames(more), size) > HEIGHT) {
                sheets.add(placed(continued(frames(page), continued), size));
                continued = page.getLast() instanceof Block.Table
                        && piece instanceof Piece.Row(var table, var row, var first)
                        && !first;
                page = joined(List.of(), piece);
            } else {
                page = more;
            }
        }
        sheets.add(placed(continued(frames(page), continued), size));
        return sheets;
    }

    private static List<Frame> continued(List<Frame> frames, boolean continued) {
        if (!continued || !(frames.getFirst() instanceof Frame.Grid(var table, var before))) {
            return frames;
        }
        List<Frame> marked = new ArrayList<>(frames);
        marked.set(0, new Frame.Grid(table, true));
        return marked;
    }

    /** What must not be divided. */
    private sealed interface Piece {
        record Whole(Block block) implements Piece {}

        record Entry(Block.Listing list, int index) implements Piece {}

        record Row(Block.Table table, List<Block.Cell> cells, boolean first) implements Piece {}
    }

    private static List<Piece> pieces(List<Block> content) {
        List<Piece> pieces = new ArrayList<>();
        for (var block : content) {
            switch (block) {
                case Block.Listing list -> {
                    for (int i = 0; i < list.items().size(); i++) {
                        pieces.add(new Piece.Entry(list, i));
                    }
                }
                case Block.Table table -> {
                    for (int i = 1; i < table.rows().size(); i++) {
                        pieces.add(new Piece.Row(table, table.rows().get(i), i == 1));
                    }
                }
                default -> pieces.add(new Piece.Whole(block));
            }
        }
        return pieces;
    }

    private static List<Block> joined(List<Block> page, Piece piece) {
        List<Block> more = new ArrayList<>(page);
        switch (piece) {
            case Piece.Whole(Block block) -> more.add(block);
            case Piece.Entry(Block.Listing list, int index) -> {
                int from = index;
                if (index > 0 && !page.isEmpty() && page.getLast() instanceof Block.Listing(var first, var items)) {
                    from = index - items.size();
                    more.removeLast();
                }
                int start = from;
                more.add(new Block.Listing(
                        list.first().map(number -> number + start), list.items().subList(from, index + 1)));
            }
            case Piece.Row(Block.Table table, List<Block.Cell> cells, boolean first) -> {
                List<List<Block.Cell>> rows = new ArrayList<>();
                if (!first && !page.isEmpty() && page.getLast() instanceof Block.Table(var columns, var above)) {
                    rows.addAll(above);
                    more.removeLast();
                } else {
                    rows.add(table.rows().getFirst());
                }
                rows.add(cells);
                more.add(new Block.Table(table.columns(), rows));
            }
        }
        return more;
    }

    private static List<Frame> frames(List<Block> content) {
        List<Frame> frames = new ArrayList<>();
        List<Block> words = new ArrayList<>();
        for (var block : content) {
            Optional<Frame> own = switch (block) {
                case Block.Quote quote -> Optional.of(new Frame.Question(quote.blocks()));
                case Block.Table table -> Optional.of(new Frame.Grid(table, false));
                case Block.Heading heading -> Optional.of(new Frame.Subheading(heading));
                case Block.Paragraph paragraph
                when isCitation(paragraph) -> Optional.of(new Frame.Citations(paragraph));
                default -> Optional.empty();
            };
            if (own.isPresent()) {
                end(words, frames);
                frames.add(own.get());
            } else {
                words.add(block);
            }
        }
        end(words, frames);
        return frames;
    }

    private static void end(List<Block> words, List<Frame> frames) {
        if (!words.isEmpty()) {
            frames.add(new Frame.Words(List.copyOf(words)));
            words.clear();
        }
    }

    private static boolean isCitation(Block.Paragraph paragraph) {
        return paragraph.runs().stream()
                .allMatch(run -> run.text().isBlank()
                        || run.link().filter(link -> link.startsWith("clause:")).isPresent());
    }

    private static Sheet placed(List<Frame> frames, double size) {
        List<Placed> placed = new ArrayList<>();
        double top = 0;
        for (var frame : frames) {
            double height = height(frame, size);
            placed.add(new Placed(frame, top, height));
            top += height + GAP;
        }
        return new Sheet(size, placed);
    }

    private static double height(List<Frame> frames, double size) {
        return frames.stream().mapToDouble(frame -> height(frame, size) + GAP).sum() - GAP;
    }

    private static double height(Frame frame, double size) {
        return switch (frame) {
            case Frame.Words(var blocks) -> words(blocks, size, WIDTH - 2 * PADDING) + PADDING;
            case Frame.Question(var blocks) -> words(blocks, size, WIDTH - 6 * PADDING) + 2 * PADDING;
            case Frame.Subheading(var heading) -> lines(heading.runs(), size, WIDTH) * size * LINE + PADDING;
            case Frame.Grid(var table, var continued) -> grid(table, tableSize(size));
            case Frame.Citations citations -> 32;
        };
    }

    /** Tables hold more words in less room. */
    static double tableSize(double size) {
        return Math.max(14, Math.round(size * 0.72));
    }

    private static double words(List<Block> blocks, double size, double width) {
        double height = 0;
        for (var block : blocks) {
            height += switch (block) {
                case Block.Paragraph(var runs) -> lines(runs, size, width) * size * LINE + size / 3;
                case Block.Heading(var level, var runs) -> lines(runs, size, width) * size * LINE + size / 3;
                case Block.Listing(var first, var items) ->
                    items.stream()
                            .mapToDouble(item -> words(item.blocks(), size, width - 2 * size))
                            .sum();
                case Block.Quote(var inner) -> words(inner, size, width);
                case Block.Code(var text) -> text.lines().count() * size * LINE;
                case Block.Table table -> grid(table, size);
                case Block.Rule rule -> size;
            };
        }
        return height;
    }

    private static double grid(Block.Table table, double size) {
        double column = WIDTH / Math.max(1, table.columns().size()) - 16;
        return table.rows().stream()
                .mapToDouble(row -> row.stream()
                                        .mapToLong(cell -> lines(cell.runs(), size, column))
                                        .max()
                                        .orElse(1)
                                * size
                                * LINE
                        + 10)
                .sum();
    }

    private static long lines(List<Run> runs, double size, double width) {
        double letters = Math.max(1, width / (size * LETTER));
        return Run.text(runs)
                .lines()
                .mapToLong(line -> (long) Math.max(1, Math.ceil(line.length() / letters)))
                .sum();
    }
}
