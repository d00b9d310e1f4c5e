package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Question;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.Validity;
import vn.quantriet.content.Verification;

/** A library in memory that a test fills. */
public final class SampleLibrary implements Library {
    /** Texts whose words cannot be read. */
    final Set<ResolutionId> unreadable = new HashSet<>();

    private final Map<ResolutionId, Holding> holdings = new LinkedHashMap<>();
    private @Nullable List<Resolution> resolutions = List.of();

    final Set<ResolutionId> ended = new HashSet<>();

    public static SampleLibrary ofTheField() {
        var library = new SampleLibrary();
        library.put(text("18-nq-tw", "18-NQ/TW", "Đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị")
                .clause("i", "Quan điểm", "Sắp xếp tổ chức để hệ thống chính trị tinh gọn bộ máy, hiệu lực, hiệu quả.")
                .clause("i.1", "Kỷ luật, kỷ cương", "Cấp ủy và chi bộ giữ nghiêm kỷ luật; mỗi đảng viên nêu gương.")
                .clause("i.2", "Nghĩa vụ", "Thanh niên thực hiện nghĩa vụ quân sự theo luật.")
                .build());
        library.put(text("57-nq-tw", "57-NQ/TW", "Đột phá phát triển khoa học, công nghệ và chuyển đổi số")
                .clause("i", "Vì sao cần đột phá", "Tiếp nối tinh thần của Nghị quyết 18-NQ/TW về tổ chức.")
                .clause("i.1", "Người dân là trung tâm", "Người dân, doanh nghiệp là chủ thể của chuyển đổi số.")
                .clause("i.2", "Hạ tầng", "Mở đường cho dữ liệu; xây dựng đường truyền tốc độ cao.")
                .clause("i.3", "Hình ảnh", "Thái cực gồm âm và dương cùng tồn tại trong một hình tròn.")
                .clause("i.4", "Hòa nhập", "Cộng đồng hoà hợp, kĩ năng số cho mọi người.")
                .keyPoint("Thể chế đi trước", "Bỏ lối nghĩ không quản được thì cấm.", "i.1")
                .slide("Ai là trung tâm?", "Người dân và doanh nghiệp", "Kể câu chuyện con trâu vàng với hội trường")
                .quizAnswer("Đáp án bí mật về con rồng")
                .build());
        library.put(text("05-ct-tw", "05-CT/TW", "Đẩy mạnh học tập và làm theo tư tưởng Hồ Chí Minh")
                .clause("i", "Yêu cầu", "Học tập gắn với việc làm cụ thể ở cơ sở.")
                .build());
        library.put(text("154-2025-nd-cp", "154/2025/NĐ-CP", "Tinh giản biên chế")
                .clause("i", "Phạm vi", "Quy định đối tượng và chính sách.")
                .build());
        return library;
    }

    public static Builder text(String id, String number, String title) {
        return new Builder(new ResolutionId(id), number, title);
    }

    public ResolutionId put(Holding holding) {
        holdings.put(holding.resolution().id(), holding);
        changed();
        return holding.resolution().id();
    }

    public void remove(ResolutionId id) {
        holdings.remove(id);
        changed();
    }

    private void changed() {
        resolutions = null;
    }

    @Override
    public List<Resolution> resolutions() {
        var known = resolutions;
        if (known == null) {
            known = holdings.values().stream().map(Holding::resolution).toList();
            resolutions = known;
        }
        return known;
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        if (unreadable.contains(id)) {
            throw new UncheckedIOException(new IOException(id + "/resolution.md: Input/output error"));
        }
        return Optional.ofNullable(holdings.get(id));
    }

    @Override
    public Optional<Listing> listing(ResolutionId id) {
        return Optional.ofNullable(holdings.get(id))
                .map(holding -> new Listing(
                        holding.resolution(),
                        List.of(),
                        holding.quiz().isPresent(),
                        Integer.toHexString(holding.hashCode())));
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    /** Every text is in force but those that a test has ended. */
    public Relations relations() {
        return new Relations() {
            @Override
            public Validity validity(ResolutionId id) {
                return ended.contains(id) ? new Validity.Expired(LocalDate.of(2025, 1, 1)) : new Validity.InForce();
            }

            @Override
            public List<Tie> of(ResolutionId id) {
                return List.of();
            }
        };
    }

    /** A text with what was written around it. */
    public static final class Builder {
        private final ResolutionId id;
        private final String number;
        private final String title;
        private final List<Clause> clauses = new ArrayList<>();
        private final Map<ClauseId, String> words = new LinkedHashMap<>();
        private final List<KeyPoint> keyPoints = new ArrayList<>();
        private final List<SlideDeck.Slide> slides = new ArrayList<>();
        private Optional<Quiz> quiz = Optional.empty();

        private Builder(ResolutionId id, String number, String title) {
            this.id = id;
            this.number = number;
            this.title = title;
        }

        public Builder clause(String clause, String heading, String text) {
            int depth = (int) clause.chars().filter(c -> c == '.').count();
            int syllables = text.split("\\s+").length;
            var id = new ClauseId(clause);
            var hash = "hash of " + text;
            clauses.add(new Clause(id, clause, clause.toUpperCase(Locale.ROOT), heading, depth, syllables, hash, hash));
            words.put(id, text);
            return this;
        }

        public Builder keyPoint(String heading, String text, String... cites) {
            var clauseIds = Arrays.stream(cites).map(ClauseId::new).toList();
            keyPoints.add(
                    new KeyPoint(keyPoints.size() + 1, heading, "<p>" + text + "</p>", text, clauseIds, List.of()));
            return this;
        }

        public Builder slide(String heading, String text, String notes) {
            var cites = List.of(new ClauseRef(id, new ClauseId("i.1")));
            slides.add(new SlideDeck.Slide(slides.size() + 1, heading, text, text, notes, cites));
            return this;
        }

        public Builder quizAnswer(String answer) {
            var cites = List.of(new ClauseId("i"));
            quiz = Optional.of(new Quiz(
                    70, 1, List.of(new Question.ShortText(1, "Hỏi?", List.of(answer), answer, cites)), "quiz hash"));
            return this;
        }

        public Holding build() {
            var resolution = new Resolution(
                    id,
                    number,
                    Resolution.Kind.RESOLUTION,
                    "Bộ Chính trị",
                    LocalDate.of(2024, 12, 22),
                    title,
                    title.length() > 60 ? title.substring(0, 60) : title,
                    List.of(),
                    Verification.VERIFIED,
                    "nguồn",
                    List.of(),
                    Resolution.Term.OPEN,
                    clauses,
                    "hash of " + clauses);
            var deck = new SlideDeck(
                    new DeckId(id, "co-so"),
                    "Bài giảng",
                    "Báo cáo viên",
                    "Chi bộ",
                    OptionalInt.empty(),
                    slides,
                    "deck");
            return new Holding(resolution, words, keyPoints, slides.isEmpty() ? List.of() : List.of(deck), quiz);
        }
    }
}
