package vn.quantriet.documents.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quantriet.documents.writing.Block.Item;
import vn.quantriet.documents.writing.Block.Tick;

/** Puts together again what office programs keep flat: the lists and quotes that paragraphs belong to. */
final class Outline {

    private Outline() {}

    /**
     * A block in a row of them.
     *
     * @param level of the list it belongs to, from 0; -1 outside of lists
     * @param item present when the block, a paragraph, begins an item
     */
    record Line(Block block, boolean quoted, int level, Optional<ItemMark> item) {
        static Line plain(Block block, boolean quoted) {
            return new Line(block, quoted, -1, Optional.empty());
        }

        private Line unquoted() {
            return new Line(block, false, level, item);
        }
    }

    /** @param list items of the same list name the same */
    record ItemMark(String list, Optional<Integer> first, Tick tick) {}

    static List<Block> of(List<Line> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            if (lines.get(i).quoted()) {
                while (end < lines.size() && lines.get(end).quoted()) {
                    end++;
                }
                blocks.add(new Block.Quote(
                        of(lines.subList(i, end).stream().map(Line::unquoted).toList())));
            } else if (lines.get(i).item().isPresent()) {
                end = endOfList(lines, i);
                blocks.add(list(lines.subList(i, end)));
            } else {
                blocks.add(lines.get(i).block());
            }
            i = end;
        }
        return blocks;
    }

    private static int endOfList(List<Line> lines, int start) {
        var first = lines.get(start);
        int end = start + 1;
        while (end < lines.size()
                && !lines.get(end).quoted()
                && lines.get(end).level() >= first.level()
                && !beginsAnother(lines.get(end), first)) {
            end++;
        }
        return end;
    }

    private static boolean beginsAnother(Line line, Line first) {
        return line.level() == first.level()
                && line.item().isPresent()
                && !line.item().map(ItemMark::list).equals(first.item().map(ItemMark::list));
    }

    private static Block list(List<Line> lines) {
        var first = lines.getFirst();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int end = i + 1;
            while (end < lines.size()
                    && (lines.get(end).level() > first.level()
                            || lines.get(end).item().isEmpty())) {
                end++;
            }
            var line = lines.get(i);
            List<Block> blocks = new ArrayList<>();
            blocks.add(line.block());
            blocks.addAll(of(lines.subList(i + 1, end)));
            items.add(new Item(line.item().map(ItemMark::tick).orElse(Tick.NONE), blocks));
            i = end;
        }
        return new Block.Listing(first.item().flatMap(ItemMark::first), items);
    }
}
