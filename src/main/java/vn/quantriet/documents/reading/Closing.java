package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.quantriet.documents.Unclear;
import vn.quantriet.documents.reading.Block.Paragraph;

/** Takes off what follows the last clause of an official text: to whom it goes and who signed it. It is no part of what is studied. */
final class Closing {
    private static final Pattern BEGINS = Pattern.compile(
            "(?:Nơi nhận|NƠI NHẬN)\\b.*|(?:T/M|TM\\.?|T\\.M\\.?|K/T|KT\\.?|T/L|TL\\.?)\\s+\\p{Lu}{2,}.*",
            Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ANNEX = Pattern.compile("PHỤ LỤC.*|Phụ lục(?:\\s+[IVX\\d]+)?\\.?", Pattern.DOTALL);

    private Closing() {}

    static List<Block> without(List<Block> blocks, List<Unclear> unclear) {
        for (int i = 1; i < blocks.size(); i++) {
            if (BEGINS.matcher(blocks.get(i).text()).matches()) {
                int end = end(blocks, i);
                if (end > 0) {
                    int from = blocks.get(i).place().number();
                    int to = end < blocks.size() ? blocks.get(end).place().number() : Integer.MAX_VALUE;
                    unclear.removeIf(one -> one.block() >= from && one.block() < to);
                    say(blocks.get(i), "closing", unclear);
                    List<Block> kept = new ArrayList<>(blocks.subList(0, i));
                    if (end < blocks.size()) {
                        say(blocks.get(end), "annex", unclear);
                        kept.addAll(blocks.subList(end, blocks.size()));
                    }
                    return kept;
                }
            }
        }
        return blocks;
    }

    /** Where it ends: at an annex, or with the document; 0 when clauses follow, so that it is none. */
    private static int end(List<Block> blocks, int from) {
        for (int i = from + 1; i < blocks.size(); i++) {
            if (ANNEX.matcher(blocks.get(i).text()).matches()) {
                return i;
            }
            if (blocks.get(i) instanceof Paragraph p
                    && Line.of(p).isStrong()
                    && Line.of(p).numeral().filter(n -> n.kind().isClause()).isPresent()) {
                return 0;
            }
        }
        return blocks.size();
    }

    private static void say(Block block, String code, List<Unclear> unclear) {
        unclear.add(new Unclear(block.place().number(), block.place().page(), code, List.of(), block.text()));
    }
}
