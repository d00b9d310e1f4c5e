package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import vn.quantriet.search.IndexReport.Skipped;

/** What could not be put into the index, and why. */
class SkippedTable extends Div {
    private static final int SHOWN = 200;

    SkippedTable(List<Skipped> skipped) {
        addClassName("scroll");
        var table = new NativeTable();
        table.addClassName("table");
        table.getHead()
                .add(new NativeTableRow(heading("search.index.skipped-key"), heading("search.index.skipped-why")));
        skipped.stream().limit(SHOWN).forEach(one -> table.getBody().add(row(one)));
        add(table);
    }

    private NativeTableHeaderCell heading(String key) {
        var cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(Skipped skipped) {
        String why = switch (skipped.reason()) {
            case UNREADABLE -> getTranslation("search.index.unreadable", skipped.error());
            case NOT_INDEXABLE -> getTranslation("search.index.not-indexable", skipped.error());
        };
        return new NativeTableRow(new NativeTableCell(new Code(skipped.key())), new NativeTableCell(why));
    }
}
