package vn.quantriet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A short table of a page, which scrolls sideways where it is too wide. */
public class PlainTable extends Div {
    private final NativeTable table = new NativeTable();

    /** @param headings keys of the columns' names */
    public PlainTable(List<String> headings) {
        addClassName("scroll");
        table.addClassName("table");
        var row = new NativeTableRow();
        for (String key : headings) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        table.getHead().add(row);
        add(table);
    }

    /** Adds a row. @param cells one for each heading */
    public void row(List<? extends Component> cells) {
        var row = new NativeTableRow();
        cells.forEach(cell -> row.add(new NativeTableCell(cell)));
        table.getBody().add(row);
    }

    /** What a cell says, where that is words alone. */
    public static Component words(String words) {
        return new Text(words);
    }
}
