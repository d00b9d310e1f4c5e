package vn.quantriet.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table read from CSV text: its good rows, and every problem found on the way. Cells are trimmed and normalised to NFC.
 * The separator is a comma, or a semicolon or tab when the first line has that and no comma, as spreadsheets of this country
 * write it.
 *
 * @param columns names in the first line that are known, in lower case
 * @param rows with exactly as many cells as the first line; rows with a problem are missing here
 */
public record CsvTable(List<String> columns, List<Row> rows, List<TableProblem> problems) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /**
     * One row.
     *
     * @param line in the file, counted from 1
     */
    public record Row(long line, Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The cell, empty when it is blank or the table has no such column. */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The text of a file in UTF-8 with or without byte order mark, absent when it is in another encoding. */
    public static Optional<String> decode(byte[] file) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return Optional.of(decoder.decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Reads {@code csv}, whose first line must name all {@code required} columns and may name {@code optional} ones. */
    public static CsvTable read(String csv, List<String> required, List<String> optional) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        List<TableProblem> problems = new ArrayList<>();
        List<CsvRecord> records = records(text, problems);
        if (records.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(new TableProblem(1, "", "tables.problem.empty", String.join(", ", required)));
            }
            return new CsvTable(List.of(), List.of(), problems);
        }
        List<String> header = records.getFirst().getFields().stream()
                .map(CsvTable::columnName)
                .toList();
        checkHeader(header, required, optional, records.getFirst().getStartingLineNumber(), problems);
        if (!header.containsAll(required)) {
            // Without its columns every row would be wrong in the same way; that is one problem and not a thousand.
            return new CsvTable(header, List.of(), problems);
        }
        return new CsvTable(header, rows(header, records.subList(1, records.size()), problems), problems);
    }

    public boolean has(String column) {
        return columns.contains(column);
    }

    private static List<CsvRecord> records(String text, List<TableProblem> problems) {
        List<CsvRecord> records = new ArrayList<>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (!record.getFields().stream().allMatch(String::isBlank)) {
                    records.add(record);
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            long line = records.isEmpty() ? 1 : records.getLast().getStartingLineNumber() + 1;
            problems.add(new TableProblem(line, "", "tables.problem.quote"));
        }
        return records;
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        if (first.contains(",")) {
            return ',';
        }
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }

    private static void checkHeader(
            List<String> header, List<String> required, List<String> optional, long line, List<TableProblem> problems) {
        for (String column : required) {
            if (!header.contains(column)) {
                problems.add(new TableProblem(
                        line, column, "tables.problem.column-missing", column, String.join(", ", header)));
            }
        }
        List<String> known = new ArrayList<>(required);
        known.addAll(optional);
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!seen.add(column)) {
                problems.add(new TableProblem(line, column, "tables.problem.column-twice", column));
            } else if (!known.contains(column)) {
                problems.add(new TableProblem(
                        line, column, "tables.problem.column-unknown", column, String.join(", ", known)));
            }
        }
    }

    private static List<Row> rows(List<String> header, List<CsvRecord> records, List<TableProblem> problems) {
        List<Row> rows = new ArrayList<>(records.size());
        for (CsvRecord record : records) {
            long line = record.getStartingLineNumber();
            if (record.getFieldCount() != header.size()) {
                String code =
                        record.getFieldCount() > header.size() ? "tables.problem.row-long" : "tables.problem.row-short";
                problems.add(new TableProblem(
                        line, "", code, String.valueOf(record.getFieldCount()), String.valueOf(header.size())));
                continue;
            }
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), clean(record.getField(i)));
            }
            rows.add(new Row(line, cells));
        }
        return rows;
    }

    private static String columnName(String cell) {
        return clean(cell).toLowerCase(Locale.ROOT);
    }

    private static String clean(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFC).strip();
    }
}
