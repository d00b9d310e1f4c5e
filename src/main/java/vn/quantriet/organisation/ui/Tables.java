package vn.quantriet.organisation.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Plain tables whose head is read out with each cell. */
final class Tables {
    private Tables() {}

    static NativeTable withHeadings(List<String> headings) {
        var table = new NativeTable();
        table.addClassName("table");
        var row = new NativeTableRow();
        for (String heading : headings) {
            var cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        table.getHead().add(row);
        table.getBody();
        return table;
    }
}
