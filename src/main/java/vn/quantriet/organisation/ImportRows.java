package vn.quantriet.organisation;

import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.quantriet.organisation.ImportProblem.ImportFile;
import vn.quantriet.tables.CsvTable;
import vn.quantriet.tables.TableProblem;

/** The two files of an import read row by row: what each cell says, without a look at what is stored. */
record ImportRows(List<UnitRow> units, List<MemberRow> members, List<ImportProblem> problems) {

    static final List<String> UNIT_COLUMNS = List.of("code", "parent", "name", "kind");
    static final List<String> MEMBER_COLUMNS = List.of("code", "full_name", "unit", "party_member");
    static final List<String> MEMBER_OPTIONAL_COLUMNS = List.of("born", "post", "roles", "username");

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._/-]{1,60}");
    private static final int OLDEST_BIRTH = 1900;
    private static final int YOUNGEST = 14;

    /** @param parent empty for the root */
    record UnitRow(long line, String code, String parent, String name, Unit.Kind kind) {}

    /**
     * @param born absent leaves what is stored
     * @param post absent leaves what is stored, empty says that none is held
     * @param roles at the member's unit; absent leaves what is stored
     * @param username absent leaves what is stored
     */
    record MemberRow(
            long line,
            String code,
            String fullName,
            String unit,
            boolean partyMember,
            Optional<Integer> born,
            Optional<String> post,
            Optional<Set<Role>> roles,
            Optional<String> username) {}

    /** Reads both; a blank text stands for a file that is not part of the import. */
    static ImportRows read(String unitsCsv, String membersCsv, Year thisYear) {
        return new Reader(thisYear).read(unitsCsv, membersCsv);
    }

    private static final class Reader {
        private final Year thisYear;
        private final List<ImportProblem> problems = new ArrayList<>();
        private ImportFile file = ImportFile.UNITS;

        Reader(Year thisYear) {
            this.thisYear = thisYear;
        }

        ImportRows read(String unitsCsv, String membersCsv) {
            List<UnitRow> units = new ArrayList<>();
            for (CsvTable.Row row : rows(ImportFile.UNITS, unitsCsv, UNIT_COLUMNS, List.of())) {
                unit(row).ifPresent(units::add);
            }
            List<MemberRow> members = new ArrayList<>();
            for (CsvTable.Row row : rows(ImportFile.MEMBERS, membersCsv, MEMBER_COLUMNS, MEMBER_OPTIONAL_COLUMNS)) {
                member(row).ifPresent(members::add);
            }
            return new ImportRows(units, members, problems);
        }

        private List<CsvTable.Row> rows(ImportFile file, String csv, List<String> required, List<String> optional) {
            this.file = file;
            if (csv.isBlank()) {
                return List.of();
            }
            CsvTable table = CsvTable.read(csv, required, optional);
            table.problems().forEach(problem -> problems.add(new ImportProblem(file, problem)));
            return table.rows();
        }

        private Optional<UnitRow> unit(CsvTable.Row row) {
            int before = problems.size();
            String code = code(row, "code");
            String parent = row.get("parent").isEmpty() ? "" : code(row, "parent");
            String name = text(row, "name", 200);
            Unit.Kind kind = kind(row);
            return problems.size() > before
                    ? Optional.empty()
                    : Optional.of(new UnitRow(row.line(), code, parent, name, kind));
        }

        private Optional<MemberRow> member(CsvTable.Row row) {
            int before = problems.size();
            String code = code(row, "code");
            String fullName = text(row, "full_name", 120);
            String unit = code(row, "unit");
            boolean partyMember = yesOrNo(row);
            Optional<Integer> born = born(row);
            Optional<String> post = Optional.ofNullable(row.cells().get("post"));
            post.ifPresent(title -> checkLength(row, "post", title, 160));
            Optional<Set<Role>> roles = roles(row);
            Optional<String> username = username(row);
            return problems.size() > before
                    ? Optional.empty()
                    : Optional.of(
                            new MemberRow(row.line(), code, fullName, unit, partyMember, born, post, roles, username));
        }

        private String code(CsvTable.Row row, String column) {
            String code = row.get(column);
            if (code.isEmpty()) {
                problem(row, column, "blank", column);
            } else if (!CODE.matcher(code).matches()) {
                problem(row, column, "code", code);
            }
            return code;
        }

        private String text(CsvTable.Row row, String column, int longest) {
            String text = row.get(column);
            if (text.isEmpty()) {
                problem(row, column, "blank", column);
            }
            checkLength(row, column, text, longest);
            return text;
        }

        private void checkLength(CsvTable.Row row, String column, String text, int longest) {
            if (text.length() > longest) {
                problem(row, column, "long", String.valueOf(text.length()), String.valueOf(longest));
            }
        }

        private Unit.Kind kind(CsvTable.Row row) {
            String found = row.get("kind");
            for (Unit.Kind kind : Unit.Kind.values()) {
                if (kind.name().equalsIgnoreCase(found)) {
                    return kind;
                }
            }
            problem(row, "kind", "choice", found, names(Unit.Kind.values()));
            return Unit.Kind.CELL;
        }

        private boolean yesOrNo(CsvTable.Row row) {
            String found = row.get("party_member").toLowerCase(Locale.ROOT);
            return switch (found) {
                case "yes", "có" -> true;
                case "no", "không" -> false;
                default -> {
                    problem(row, "party_member", "choice", row.get("party_member"), "yes, no");
                    yield false;
                }
            };
        }

        private Optional<Integer> born(CsvTable.Row row) {
            String found = row.get("born");
            if (found.isEmpty()) {
                return Optional.empty();
            }
            int youngest = thisYear.getValue() - YOUNGEST;
            if (found.matches("\\d{4}")) {
                int year = Integer.parseInt(found);
                if (year >= OLDEST_BIRTH && year <= youngest) {
                    return Optional.of(year);
                }
            }
            problem(row, "born", "born", found, String.valueOf(OLDEST_BIRTH), String.valueOf(youngest));
            return Optional.empty();
        }

        private Optional<Set<Role>> roles(CsvTable.Row row) {
            String found = row.get("roles");
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (String name : found.split(";")) {
                Arrays.stream(Role.values())
                        .filter(role -> role.name().equalsIgnoreCase(name.strip()))
                        .findAny()
                        .ifPresentOrElse(
                                roles::add, () -> problem(row, "roles", "choice", name.strip(), names(Role.values())));
            }
            roles.remove(Role.MEMBER);
            return Optional.of(Set.copyOf(roles));
        }

        private Optional<String> username(CsvTable.Row row) {
            String found = row.get("username").toLowerCase(Locale.ROOT);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (!Accounts.isUsername(found)) {
                problem(row, "username", "username", found);
            }
            return Optional.of(found);
        }

        private void problem(CsvTable.Row row, String column, String code, String... args) {
            problems.add(new ImportProblem(
                    file, new TableProblem(row.line(), column, "organisation.import.problem." + code, args)));
        }

        private static String names(Enum<?>[] values) {
            return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
        }
    }
}
