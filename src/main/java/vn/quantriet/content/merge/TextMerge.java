package vn.quantriet.content.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.TextHistory.Merge;
import vn.quantriet.content.format.SourceFile;

/** Two changes of the Markdown files of a text. Stateless. */
public final class TextMerge {
    private TextMerge() {}

    /** What {@link vn.quantriet.content.TextHistory#merge} promises. */
    public static Merge of(Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        Map<String, String> files = new HashMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        var paths = new TreeSet<>(base.keySet());
        paths.addAll(mine.keySet());
        paths.addAll(theirs.keySet());
        for (var path : paths) {
            var before = read(path, base);
            var my = read(path, mine);
            var their = read(path, theirs);
            boolean iRemoved = base.containsKey(path) && !mine.containsKey(path);
            boolean theyRemoved = base.containsKey(path) && !theirs.containsKey(path);
            if (iRemoved || theyRemoved) {
                boolean changedByOther = !(iRemoved ? their : my).isEmpty() && !(iRemoved ? their : my).equals(before);
                if (changedByOther) {
                    conflicts.add(new Conflict(path, "", before, my, their));
                    if (theyRemoved) {
                        files.put(path, my);
                    }
                }
            } else {
                var merged = FileMerge.of(path, before, my, their);
                conflicts.addAll(merged.conflicts());
                files.put(path, merged.text());
            }
        }
        return new Merge(files, conflicts);
    }

    private static String read(String path, Map<String, String> files) {
        return SourceFile.of(path, files.getOrDefault(path, "")).text();
    }
}
