package vn.quantriet.study;

import java.text.Normalizer;
import org.springframework.web.util.HtmlUtils;

/** The words of a note: plain text, 1 to 4 000 characters, in Unicode form C. */
record NoteBody(String value) {
    static final int LONGEST = 4000;

    NoteBody {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (value.isEmpty()) {
            throw new NoteRefused("study.note.empty");
        }
        if (value.length() > LONGEST) {
            throw new NoteRefused("study.note.tooLong");
        }
    }

    String toHtml() {
        return HtmlUtils.htmlEscape(value, "UTF-8").replace("\n", "<br>");
    }
}
