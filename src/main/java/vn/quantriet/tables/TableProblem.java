package vn.quantriet.tables;

import java.util.List;

/**
 * Something wrong in a table, for the person who made the table.
 *
 * @param line in the file, counted from 1; the first line of a row that spans several
 * @param column name of the column, empty when the whole row or table is meant
 * @param code translation key of the message
 * @param args of the message, usually what was found and what was expected
 */
public record TableProblem(long line, String column, String code, List<String> args) {
    public TableProblem {
        args = List.copyOf(args);
    }

    public TableProblem(long line, String column, String code, String... args) {
        this(line, column, code, List.of(args));
    }
}
