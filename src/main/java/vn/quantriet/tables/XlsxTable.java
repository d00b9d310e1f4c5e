package vn.quantriet.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one sheet of an XLSX workbook row by row, so that memory does not grow with the table. Not for several threads.
 * Closing finishes the workbook and leaves the stream open: whoever opened that closes it.
 */
public final class XlsxTable implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int nextRow;

    /**
     * A column.
     *
     * @param width in characters
     */
    public record Column(String title, double width) {}

    /** What stands in a cell. A text is a text whatever it begins with: it is never taken for a formula. */
    public sealed interface Cell {}

    public record Text(String text) implements Cell {}

    public record Count(long count) implements Cell {}

    /** A day, shown as 22/12/2024. */
    public record Date(LocalDate date) implements Cell {}

    /** A share, 1 being 100%. */
    public record Percent(double share) implements Cell {}

    public record Blank() implements Cell {}

    /** Starts the workbook and writes the header, which stays in view when the sheet is scrolled. */
    public XlsxTable(OutputStream out, String sheetName, List<Column> columns) {
        this(out, sheetName, List.of(), columns);
    }

    /**
     * As {@link #XlsxTable(OutputStream, String, List)}, with lines above the header and an empty line between, which all stay in
     * view.
     */
    public XlsxTable(OutputStream out, String sheetName, List<String> titles, List<Column> columns) {
        this.columns = List.copyOf(columns);
        workbook = new Workbook(out, "QuanTriet", "1.0");
        sheet = workbook.newWorksheet(sheetNameOf(sheetName));
        for (String title : titles) {
            write(0, new Text(title));
            sheet.style(nextRow, 0).bold().set();
            nextRow++;
        }
        if (!titles.isEmpty()) {
            nextRow++;
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            write(i, new Text(columns.get(i).title()));
            sheet.style(nextRow, i).bold().borderStyle("thin").set();
        }
        nextRow++;
        sheet.freezePane(0, nextRow);
    }

    /** @throws IllegalArgumentException when there are not as many cells as columns */
    public void row(List<Cell> cells) throws IOException {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("got " + cells.size() + " cells, expected " + columns.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        nextRow++;
        if (nextRow % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            // Not among the shared strings, all of which are kept in memory until the end.
            case Text(String text) -> sheet.inlineString(nextRow, column, clean(text));
            case Count(long count) -> {
                sheet.value(nextRow, column, count);
                sheet.style(nextRow, column).format("#,##0").set();
            }
            case Date(LocalDate date) -> {
                sheet.value(nextRow, column, date);
                sheet.style(nextRow, column).format("dd/mm/yyyy").set();
            }
            case Percent(double share) -> {
                sheet.value(nextRow, column, share);
                sheet.style(nextRow, column).format("0.00%").set();
            }
            case Blank() -> {}
        }
    }

    /** Control characters make the file unreadable, and a cell holds no more than {@value #LONGEST_TEXT} characters. */
    private static String clean(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        return printable.length() <= LONGEST_TEXT ? printable : printable.substring(0, LONGEST_TEXT);
    }

    /** A sheet's name has at most 31 characters and none of {@code \ / ? * [ ] :}. */
    private static String sheetNameOf(String name) {
        String allowed = clean(name).replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return allowed.length() <= 31 ? allowed : allowed.substring(0, 31).strip();
    }
}
