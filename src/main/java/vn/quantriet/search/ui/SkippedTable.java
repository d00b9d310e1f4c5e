package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Code;
import java.util.List;
import vn.quantriet.search.IndexReport.Skipped;
import vn.quantriet.ui.PlainTable;

/** What could not be put into the index, and why. */
class SkippedTable extends PlainTable {
    private static final int SHOWN = 200;

    SkippedTable(List<Skipped> skipped) {
        super(List.of("search.index.skipped-key", "search.index.skipped-why"));
        skipped.stream().limit(SHOWN).forEach(one -> row(List.of(new Code(one.key()), words(why(one)))));
    }

    private String why(Skipped skipped) {
        return switch (skipped.reason()) {
            case UNREADABLE -> getTranslation("search.index.unreadable", skipped.error());
            case NOT_INDEXABLE -> getTranslation("search.index.not-indexable", skipped.error());
        };
    }
}
