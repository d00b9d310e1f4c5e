package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/**
 * A card with a heading and a table. Where the table is too wide it scrolls within the card, and the first column, which names
 * the row, stays.
 */
class TableCard extends Section {
    private final Div heading = new Div();
    private final NativeTable table = new NativeTable();
    private final Div scroll = new Div(table);
    private final NativeTableRow columns = table.getHead().addRow();

    TableCard(String id, String title) {
        var name = new H2(title);
        name.setId(id);
        heading.addClassName("tbl-heading");
        heading.add(name);
        table.addClassNames("table", "num");
        scroll.addClassName("scroll");
        // A region that scrolls must be reachable by keyboard, and then needs a name.
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-labelledby", id);
        addClassNames("card", "tbl");
        add(heading, scroll);
    }

    /** Puts something beside the heading. */
    void addAction(Component action) {
        heading.add(action);
    }

    /** Says something instead of the table. */
    void replaceTable(Component instead) {
        replace(scroll, instead);
    }

    NativeTableHeaderCell addColumn(String title) {
        var cell = new NativeTableHeaderCell(title);
        cell.getElement().setAttribute("scope", "col");
        columns.add(cell);
        return cell;
    }

    void addNumberColumn(String title) {
        addColumn(title).addClassName("n");
    }

    /** A new row that is named by {@code name} and {@code note}. */
    Row addRow(Component name, String note) {
        var cell = new NativeTableHeaderCell(name);
        cell.addClassName("unit");
        cell.getElement().setAttribute("scope", "row");
        if (!note.isEmpty()) {
            var small = new Span(note);
            small.addClassName("note");
            cell.add(small);
        }
        var row = table.getBody().addRow();
        row.add(cell);
        return new Row(row);
    }

    /** A row being filled from left to right. */
    record Row(NativeTableRow row) {
        Row text(String text) {
            row.add(new NativeTableCell(text));
            return this;
        }

        Row number(String number) {
            var cell = new NativeTableCell(number);
            cell.addClassName("n");
            row.add(cell);
            return this;
        }

        Row cell(Component... content) {
            row.add(new NativeTableCell(content));
            return this;
        }
    }
}
