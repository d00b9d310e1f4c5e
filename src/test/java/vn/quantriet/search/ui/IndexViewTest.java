package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexReport.Reason;
import vn.quantriet.search.IndexReport.Skipped;
import vn.quantriet.search.IndexReport.Step;
import vn.quantriet.search.IndexReport.Task;
import vn.quantriet.search.IndexReport.Work;
import vn.quantriet.search.IndexUpkeep;
import vn.quantriet.search.SharedReport;
import vn.quantriet.ui.ProgressBar;
import vn.quantriet.ui.Translations;

/** The page without a browser: what it shows of each state of the index. */
class IndexViewTest {
    private static final Instant BEGUN = Instant.parse("2026-01-05T02:30:00Z");
    private static final Clock CLOCK = Clock.fixed(BEGUN, ZoneId.of("Asia/Ho_Chi_Minh"));

    private final IndexUpkeep upkeep = mock(IndexUpkeep.class);

    /** A field, because Vaadin itself holds the current service only weakly. */
    private final VaadinService service = mock(VaadinService.class);

    @BeforeEach
    void speakVietnamese() {
        var instantiator = mock(Instantiator.class);
        when(instantiator.getI18NProvider()).thenReturn(new Translations());
        when(service.getInstantiator()).thenReturn(instantiator);
        var configuration = mock(DeploymentConfiguration.class);
        when(service.getDeploymentConfiguration()).thenReturn(configuration);
        VaadinService.setCurrent(service);
    }

    @AfterEach
    void forget() {
        VaadinService.setCurrent(null);
    }

    private IndexView view() {
        var view = new IndexView(upkeep, CLOCK);
        view.beforeEnter(mock(BeforeEnterEvent.class));
        return view;
    }

    private static IndexReport report(Optional<Work> work, boolean behind, Skipped... skipped) {
        return new IndexReport(work, Optional.of(BEGUN), behind, 35_599, 12_345_678, skipped.length, List.of(skipped));
    }

    @Test
    void sharedIndexThatIsAwayIsSaidWithSinceWhenAndWhoAnswersInstead() {
        when(upkeep.report()).thenReturn(report(Optional.empty(), false));
        when(upkeep.shared())
                .thenReturn(Optional.of(
                        new SharedReport(SharedReport.Condition.UNREACHABLE, BEGUN, "tim.example.vn:9200", 0)));
        assertThat(text(view()))
                .contains("Không kết nối được OpenSearch", "Từ 09:30 05/01/2026. Chỉ mục của máy này trả lời thay")
                .contains("tim.example.vn:9200");
    }

    @Test
    void withoutASharedIndexNothingIsSaidOfOne() {
        when(upkeep.report()).thenReturn(report(Optional.empty(), false));
        var shared = view().getChildren().filter(SharedState.class::isInstance).findAny();
        assertThat(shared).hasValueSatisfying(s -> assertThat(s.isVisible()).isFalse());
    }

    @Test
    void indexAtRestIsSaidToAgreeWithItsFigures() {
        when(upkeep.report()).thenReturn(report(Optional.empty(), false));
        var view = view();
        assertThat(text(view))
                .contains("Chỉ mục đang khớp với thư viện", "09:30 05/01/2026", "35.599", "11 MB")
                .contains("Không có đoạn nào bị bỏ qua.");
        assertThat(rebuild(view).isEnabled()).isTrue();
        assertThat(all(view).anyMatch(ProgressBar.class::isInstance)).isFalse();
    }

    @Test
    void rebuildingShowsHowFarItIsAndCannotBeAskedForAgain() {
        when(upkeep.report())
                .thenReturn(report(Optional.of(new Work(Task.REBUILDING, Step.TEXTS, BEGUN, 1500, 6000)), false));
        var view = view();
        assertThat(text(view))
                .contains(
                        "việc tìm kiếm không bị gián đoạn",
                        "Bắt đầu lúc 09:30 05/01/2026. Đã xong 1.500/6.000 văn bản.");
        assertThat(all(view)
                        .filter(ProgressBar.class::isInstance)
                        .map(bar -> bar.getElement().getAttribute("aria-valuenow")))
                .containsExactly("20");
        assertThat(rebuild(view).isEnabled()).isFalse();
    }

    @Test
    void passagesOfUnknownNumberAreCounted() {
        when(upkeep.report())
                .thenReturn(report(Optional.of(new Work(Task.BUILDING, Step.OTHERS, BEGUN, 5000, 0)), false));
        var view = view();
        assertThat(text(view)).contains("kết quả tìm có thể chưa đủ", "thêm 5.000 ghi chú và tư liệu khác");
        assertThat(all(view)
                        .filter(ProgressBar.class::isInstance)
                        .map(bar -> bar.getElement().getAttribute("aria-valuenow")))
                .containsExactly("89");
    }

    @Test
    void whatWasSkippedIsListedWithItsReason() {
        when(upkeep.report())
                .thenReturn(report(
                        Optional.empty(),
                        true,
                        new Skipped("note/12", Reason.NOT_INDEXABLE, "IllegalArgumentException"),
                        new Skipped("57-nq-tw", Reason.UNREADABLE, "UncheckedIOException")));
        assertThat(text(view()))
                .contains("Chỉ mục có thể chưa khớp", "Có 2 đoạn không đưa vào chỉ mục được.")
                .contains("note/12", "Không tách được thành từ (IllegalArgumentException)")
                .contains("57-nq-tw", "Không đọc được từ nơi lưu (UncheckedIOException)");
    }

    @Test
    void administratorOfASingleUnitIsToldWhoLooksAfterIt() {
        when(upkeep.report()).thenThrow(new AccessDeniedException("not for this unit"));
        assertThat(text(view())).contains("Đồng chí không phụ trách chỉ mục").doesNotContain("Trên đĩa");
    }

    private static NativeButton rebuild(Component view) {
        return (NativeButton)
                all(view).filter(NativeButton.class::isInstance).findFirst().orElseThrow();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(IndexViewTest::all));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
