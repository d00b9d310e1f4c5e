package vn.quantriet.documents.writing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Follows the fields of a paragraph from run to run: LibreOffice writes links to other places as such. */
final class WordField {
    private static final Pattern HYPERLINK =
            Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]*)\"(?:\\s+\\\\l\\s+\"([^\"]*)\")?.*");

    private final StringBuilder instruction = new StringBuilder();
    private Optional<String> link = Optional.empty();

    void pass(XWPFRun run) {
        for (var mark : run.getCTR().getFldCharList()) {
            if (mark.getFldCharType() == STFldCharType.SEPARATE) {
                link = linkOf(instruction.toString());
            } else {
                instruction.setLength(0);
                link = Optional.empty();
            }
        }
        run.getCTR().getInstrTextList().forEach(text -> instruction.append(text.getStringValue()));
    }

    /** Where the words of the run last passed lead. */
    Optional<String> link() {
        return link;
    }

    private static Optional<String> linkOf(String instruction) {
        var found = HYPERLINK.matcher(instruction);
        return found.matches()
                ? Optional.of(found.group(1) + (found.group(2) == null ? "" : "#" + found.group(2)))
                : Optional.empty();
    }
}
