package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.HostileInputs;
import vn.quantriet.content.SafeHtml;

/** A note is plain text: whatever is written in it is shown as it was written. */
class HostileNotesTest {

    @Test
    void noteShowsItsSignsAndNothingActs() {
        for (var words : HostileInputs.words()) {
            var html = new NoteBody(words).toHtml();

            SafeHtml.assertSafe(words, html);
            assertThat(Jsoup.parse(html).body().childrenSize()
                            - Jsoup.parse(html).select("br").size())
                    .as(words)
                    .isZero();
        }
    }

    @Test
    void longOrEmptyNotesAreRefused() {
        assertThatThrownBy(() -> new NoteBody("a".repeat(4001))).hasMessage("study.note.tooLong");
        assertThatThrownBy(() -> new NoteBody(" \n\t ")).hasMessage("study.note.empty");
    }
}
