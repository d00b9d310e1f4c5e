package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A heading at the top level and the blocks down to the next one. Only the first of a file may have no heading. */
record Section(Optional<Heading> heading, List<Node> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }

    static List<Section> of(Markdown markdown) {
        List<Section> sections = new ArrayList<>();
        Optional<Heading> heading = Optional.empty();
        List<Node> blocks = new ArrayList<>();
        for (var block : markdown.blocks()) {
            if (block instanceof Heading next) {
                if (heading.isPresent() || !blocks.isEmpty()) {
                    sections.add(new Section(heading, blocks));
                }
                heading = Optional.of(next);
                blocks = new ArrayList<>();
            } else {
                blocks.add(block);
            }
        }
        if (heading.isPresent() || !blocks.isEmpty()) {
            sections.add(new Section(heading, blocks));
        }
        return sections;
    }
}
