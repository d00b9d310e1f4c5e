package vn.quantriet.organisation;

import vn.quantriet.tables.TableProblem;

/** Something wrong in one of the two files of an import. */
public record ImportProblem(ImportFile file, TableProblem problem) {

    /** Which of the two. */
    public enum ImportFile {
        UNITS("units.csv"),
        MEMBERS("members.csv");

        private final String fileName;

        ImportFile(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }
    }
}
