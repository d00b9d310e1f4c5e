package vn.quantriet.content.merge;

import static vn.quantriet.content.merge.PartMatching.NONE;

import java.util.ArrayList;
import java.util.List;
import vn.quantriet.content.format.SourceFile;
import vn.quantriet.content.merge.Part.Kind;

/** The parts of a file in two versions, side by side. */
public final class FileParts {
    private FileParts() {}

    /**
     * One part.
     *
     * @param before its Markdown, empty when it was not there; likewise {@code after}
     */
    public record Pair(boolean isFrontMatter, String before, String after) {
        /** Its first line. */
        public String heading() {
            return (after.isEmpty() ? before : after).lines().findFirst().orElse("");
        }
    }

    /** In the order of the later version, vanished parts behind what they stood behind. */
    public static List<Pair> pairs(String path, String before, String after) {
        var layout = Layout.of(path);
        var earlier = Parts.of(layout, SourceFile.of(path, before).text());
        var later = Parts.of(layout, SourceFile.of(path, after).text());
        var earlierOf = PartMatching.of(earlier, later);
        var laterOf = PartMatching.inverse(earlierOf, earlier.size());
        List<Pair> pairs = new ArrayList<>();
        addVanished(earlier, laterOf, 0, pairs);
        for (int i = 0; i < later.size(); i++) {
            var part = later.get(i);
            int b = earlierOf[i];
            pairs.add(new Pair(
                    part.kind() == Kind.FRONT_MATTER,
                    b == NONE ? "" : earlier.get(b).text(),
                    part.text()));
            if (b != NONE) {
                addVanished(earlier, laterOf, b + 1, pairs);
            }
        }
        return pairs;
    }

    private static void addVanished(List<Part> earlier, int[] laterOf, int from, List<Pair> pairs) {
        for (int b = from; b < earlier.size() && laterOf[b] == NONE; b++) {
            pairs.add(new Pair(
                    earlier.get(b).kind() == Kind.FRONT_MATTER, earlier.get(b).text(), ""));
        }
    }
}
