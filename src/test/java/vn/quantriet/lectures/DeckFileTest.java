package vn.quantriet.lectures;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import vn.quantriet.lectures.DeckFileRefused.Reason;

class DeckFileTest {

    @Test
    void byteOrderMarkAndWindowsLineEndsAreTakenOff() {
        var file = DeckFile.read("a.md", "\uFEFF# Một\r\n\r\nHai".getBytes(UTF_8));

        assertThat(file.markdown()).isEqualTo("# Một\n\nHai");
    }

    @Test
    void wrongTypeSizeEncodingAndNothingAreToldApart() {
        assertThat(refusal("a.docx", "x".getBytes(UTF_8))).isEqualTo(Reason.NOT_MARKDOWN);
        assertThat(refusal("a.md", new byte[DeckFile.LARGEST + 1])).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal("a.md", new byte[] {'#', (byte) 0xE1, 'x'})).isEqualTo(Reason.NOT_UTF8);
        assertThat(refusal("a.md", "Một".getBytes(UTF_16))).isEqualTo(Reason.NOT_UTF8);
        assertThat(refusal("a.md", " \n".getBytes(UTF_8))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void largestFileIsTaken() {
        byte[] bytes = "a".repeat(DeckFile.LARGEST).getBytes(UTF_8);

        assertThat(DeckFile.read("A.MD", bytes).markdown()).hasSize(DeckFile.LARGEST);
    }

    @Test
    void slugHasNoAccents() {
        assertThat(new DeckFile("Đề cương NQ 57 (bản 2).md", "x").slug()).isEqualTo("de-cuong-nq-57-ban-2");
        assertThat(new DeckFile("!!!.md", "x").slug()).isEmpty();
        assertThat(new DeckFile("a".repeat(59) + " b c.md", "x").slug()).isEqualTo("a".repeat(59));
    }

    private static Reason refusal(String name, byte[] bytes) {
        return catchThrowableOfType(DeckFileRefused.class, () -> DeckFile.read(name, bytes))
                .reason();
    }
}
