package vn.quantriet.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet of title lines, a header and rows, written as it comes: what was flushed is not kept. A text is written as a text
 * whatever it begins with, so that a name such as {@code =1+1} is never a formula. Not safe for use by several threads.
 */
class MissingList {

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int next;

    /** @param width in characters */
    record Column(String title, int width) {}

    MissingList(OutputStream out, String sheetName, List<Column> columns) {
        this.workbook = new Workbook(out, "QuanTriet", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
        }
    }

    /** A line above the table. */
    void title(String text) {
        write(0, text);
        sheet.style(next, 0).bold().set();
        next++;
    }

    /** The names of the columns, after an empty line; they and all above stay in view while the rest is scrolled. */
    void header() {
        next++;
        for (int i = 0; i < columns.size(); i++) {
            write(i, columns.get(i).title());
            sheet.style(next, i).bold().borderStyle("thin").set();
        }
        next++;
        sheet.freezePane(0, next);
    }

    /** @param cells texts, whole numbers or dates, one for each column */
    void row(List<Object> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("expected " + columns.size() + " cells, got " + cells.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        next++;
    }

    /** Sends what was written so far and forgets it. */
    void flush() throws IOException {
        sheet.flush();
    }

    /** Ends the workbook; the stream stays open. */
    void finish() throws IOException {
        workbook.finish();
    }

    private void write(int column, Object cell) {
        switch (cell) {
            case Integer number -> sheet.value(next, column, number);
            case LocalDate date -> {
                sheet.value(next, column, date);
                sheet.style(next, column).format("dd/MM/yyyy").set();
            }
            default -> sheet.inlineString(next, column, cell.toString());
        }
    }
}
