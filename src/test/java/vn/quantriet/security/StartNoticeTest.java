package vn.quantriet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantriet.ui.Mode;
import vn.quantriet.ui.Mode.Kind;
import vn.quantriet.ui.Translations;

class StartNoticeTest {
    private static final String ADDRESS = "http://localhost:8080";

    private final Translations translations = new Translations();

    @Test
    void aTrialSaysWhereItIsAndThatSampleAccountsWait() {
        assertThat(text(Kind.TRIAL, Optional.empty())).isEqualTo("""

                  Quán Triệt đã sẵn sàng tại http://localhost:8080
                  Bản dùng thử: mở địa chỉ trên bằng trình duyệt rồi chọn một tài khoản mẫu để vào.

                  Quán Triệt is ready at http://localhost:8080
                  Trial: open this address in a browser and choose a sample account to come in.
                """);
    }

    @Test
    void productionNamesTheLinkOfTheFirstAdministratorOnlyWhileThereIsNone() {
        String link = ADDRESS + "/khoi-tao/abc";
        assertThat(text(Kind.PRODUCTION, Optional.of(link))
                        .lines()
                        .filter(line -> line.strip().equals(link)))
                .hasSize(2);
        assertThat(text(Kind.PRODUCTION, Optional.empty()))
                .contains("Production: open this address")
                .doesNotContain("khoi-tao");
    }

    private String text(Kind kind, Optional<String> link) {
        return StartNotice.text(translations, new Mode(Path.of("data"), kind), ADDRESS, link);
    }
}
