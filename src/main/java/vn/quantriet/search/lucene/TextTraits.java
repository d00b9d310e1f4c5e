package vn.quantriet.search.lucene;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;

/** What search needs to know of each text, at hand: made anew when a text or the day changes. Safe for use by many threads. */
@Component
class TextTraits {
    private final Library library;
    private final Relations relations;
    private final Clock clock;
    private volatile @Nullable Made made;

    TextTraits(Library library, Relations relations, Clock clock) {
        this.library = library;
        this.relations = relations;
        this.clock = clock;
    }

    /** As it is today. */
    TextTable now() {
        List<Resolution> texts = library.resolutions();
        LocalDate today = LocalDate.now(clock);
        var last = made;
        if (last == null || last.texts != texts || !last.day.equals(today)) {
            last = new Made(texts, today, new TextTable(texts, relations));
            made = last;
        }
        return last.table;
    }

    private record Made(List<Resolution> texts, LocalDate day, TextTable table) {}
}
