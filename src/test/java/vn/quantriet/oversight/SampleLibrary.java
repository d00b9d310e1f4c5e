package vn.quantriet.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;

/** Knows every text by its id alone. */
class SampleLibrary implements Library {

    @Override
    public List<Resolution> resolutions() {
        return List.of();
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        String number = id.value().replace("-nq-tw", "-NQ/TW");
        var text = new Resolution(
                id,
                number,
                Resolution.Kind.RESOLUTION,
                "Bộ Chính trị",
                LocalDate.of(2024, 12, 22),
                "Đột phá phát triển " + number,
                "Khoa học, công nghệ và chuyển đổi số",
                List.of(),
                Verification.VERIFIED,
                "nguồn",
                List.of(),
                List.of(),
                "00");
        return Optional.of(new Holding(text, Map.of(), List.of(), List.of(), Optional.empty()));
    }

    @Override
    public Optional<Listing> listing(ResolutionId id) {
        return find(id).map(holding -> new Listing(holding.resolution(), List.of(), false, "00"));
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }
}
