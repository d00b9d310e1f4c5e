package vn.quantriet.content.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.Resolution.Kind;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextFinder;
import vn.quantriet.content.Verification;

class LibraryFilterTest {
    private static final Resolution NQ57 =
            text("57-nq-tw", "57-NQ/TW", Kind.RESOLUTION, 2024, "Đột phá chuyển đổi số", "Bộ Chính trị");
    private static final Resolution CT01 =
            text("01-ct-tw", "01-CT/TW", Kind.DIRECTIVE, 2016, "Học tập nghị quyết", "Ban Bí thư");

    private static final TextFinder FINDER = new TextFinder(new TwoTexts());

    @Test
    void wordsAreFoundWithOrWithoutAccentsInAnyField() {
        assertThat(found("dot pha")).containsExactly(NQ57);
        assertThat(found("ĐỘT phá")).containsExactly(NQ57);
        assertThat(found("57-NQ")).containsExactly(NQ57);
        assertThat(found("ban bi thu 2016")).containsExactly(CT01);
        assertThat(found("2016 chuyển")).isEmpty();
        assertThat(found("  ")).containsExactly(NQ57, CT01);
    }

    @Test
    void kindNarrows() {
        assertThat(new LibraryFilter("", Optional.of(Kind.DIRECTIVE)).of(FINDER))
                .containsExactly(CT01);
    }

    private static List<Resolution> found(String words) {
        return new LibraryFilter(words, Optional.empty()).of(FINDER);
    }

    private static Resolution text(String id, String number, Kind kind, int year, String title, String issuer) {
        return new Resolution(
                new ResolutionId(id),
                number,
                kind,
                issuer,
                LocalDate.of(year, 12, 22),
                title,
                title,
                List.of("Chủ đề"),
                Verification.VERIFIED,
                "Công bố",
                List.of(),
                List.of(),
                "0");
    }

    private static final class TwoTexts implements Library {
        @Override
        public List<Resolution> resolutions() {
            return List.of(NQ57, CT01);
        }

        @Override
        public Optional<Listing> listing(ResolutionId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Holding> find(ResolutionId id) {
            return Optional.empty();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
