package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;

/** Gives numbers to a document that has headings and no numbers: I, 1 and a by the rank of the heading. */
final class ByHeadings {
    private ByHeadings() {}

    static List<Block> numbered(List<Block> blocks, List<Unclear> unclear) {
        var levels = blocks.stream()
                .filter(block -> block instanceof Paragraph p && p.outline() > 0)
                .map(block -> ((Paragraph) block).outline())
                .distinct()
                .sorted()
                .toList();
        if (levels.isEmpty()) {
            return blocks;
        }
        unclear.add(new Unclear(0, 0, "numbered", List.of(), ""));
        int[] counts = new int[3];
        List<Block> numbered = new ArrayList<>();
        for (var block : blocks) {
            if (block instanceof Paragraph p && p.outline() > 0 && levels.indexOf(p.outline()) < counts.length) {
                int depth = levels.indexOf(p.outline());
                while (depth > 0 && counts[depth - 1] == 0) {
                    depth--;
                }
                counts[depth]++;
                for (int below = depth + 1; below < counts.length; below++) {
                    counts[below] = 0;
                }
                numbered.add(p.withLabel(Form.values()[depth].write(counts[depth])));
            } else {
                numbered.add(block);
            }
        }
        return numbered;
    }
}
