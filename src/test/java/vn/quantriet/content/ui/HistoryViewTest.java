package vn.quantriet.content.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Author;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory;
import vn.quantriet.content.TextHistory.Version;
import vn.quantriet.content.history.TextReturn;
import vn.quantriet.ui.Translations;

/** The page without a browser. What differs is sent as HTML and tested in {@link DifferenceHtmlTest}. */
class HistoryViewTest {
    private static final ResolutionId ID = new ResolutionId("57-nq-tw");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final TextHistory history = mock(TextHistory.class);
    private final TextReturn way = mock(TextReturn.class);
    private final Library library = mock(Library.class);

    /** A field, because Vaadin itself holds the current service only weakly. */
    private final VaadinService service = mock(VaadinService.class);

    @BeforeEach
    void speakVietnamese() {
        var instantiator = mock(Instantiator.class);
        when(instantiator.getI18NProvider()).thenReturn(new Translations());
        when(service.getInstantiator()).thenReturn(instantiator);
        when(service.getDeploymentConfiguration()).thenReturn(mock(DeploymentConfiguration.class));
        VaadinService.setCurrent(service);
        when(library.resolution(any())).thenReturn(Optional.empty());
        when(way.present(ID)).thenReturn(Optional.empty());
    }

    @AfterEach
    void forget() {
        VaadinService.setCurrent(null);
    }

    private static Version version(int number, Author author) {
        return new Version(
                String.valueOf(number % 10).repeat(40),
                Instant.parse("2026-11-23T00:00:00Z").plusSeconds(60L * number),
                author,
                "Sửa lần " + number,
                Set.of("resolution.md", "slides/co-so.md"));
    }

    private void has(int versions) {
        var all = IntStream.rangeClosed(1, versions)
                .mapToObj(n -> version(versions + 1 - n, new Author("Khang", "khang@example.vn")))
                .toList();
        when(history.versions(eq(ID), anyInt(), anyInt()))
                .thenAnswer(call -> all.stream()
                        .skip(call.<Integer>getArgument(1))
                        .limit(call.<Integer>getArgument(2))
                        .toList());
        when(history.version(eq(ID), any()))
                .thenAnswer(call -> all.stream()
                        .filter(v -> v.commit().equals(call.getArgument(1)))
                        .findFirst());
    }

    private HistoryView open(String address) {
        var view = new HistoryView(history, way, library, CLOCK);
        var event = mock(BeforeEnterEvent.class);
        when(event.getRouteParameters()).thenReturn(new RouteParameters("text", "57-nq-tw"));
        when(event.getLocation()).thenReturn(new Location("lich-su/57-nq-tw" + address));
        view.beforeEnter(event);
        return view;
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static <T> Stream<T> all(Component component, Class<T> type) {
        return Stream.concat(
                Stream.of(component).filter(type::isInstance).map(type::cast),
                component.getChildren().flatMap(child -> all(child, type)));
    }

    @Test
    void versionSaysWhoWhenWhatAndWhichFiles() {
        has(2);

        var view = open("");

        assertThat(view.getPageTitle()).isEqualTo("Lịch sử 57-nq-tw");
        assertThat(text(view))
                .contains("Sửa lần 2", "07:02, 23/11/2026 · Khang · văn bản, bài giảng co-so", "Đang dùng")
                .doesNotContain("Khôi phục bản này")
                .doesNotContain("!");
        assertThat(all(view, Anchor.class).map(Anchor::getHref))
                .contains("/lich-su/57-nq-tw?tu=" + "1".repeat(40) + "&den=" + "2".repeat(40));
    }

    @Test
    void changeInTheFolderIsSaidInWords() {
        when(history.versions(eq(ID), anyInt(), anyInt())).thenReturn(List.of(version(1, Author.LIBRARY)));

        assertThat(text(open(""))).contains("Thay đổi trong thư mục thư viện").doesNotContain("Sửa lần 1");
    }

    @Test
    void wayBackIsOfferedForEarlierVersionsToWhoeverMay() {
        has(3);
        when(way.isOpen()).thenReturn(true);

        assertThat(all(open(""), NativeButton.class).map(NativeButton::getText))
                .containsExactly("Khôi phục bản này", "Khôi phục bản này", "So sánh hai bản đã chọn");
    }

    @Test
    void listIsCutIntoPages() {
        has(25);

        assertThat(all(open(""), Anchor.class).map(Anchor::getHref)).contains("/lich-su/57-nq-tw?trang=2");
        assertThat(text(open("?trang=2")))
                .contains("Sửa lần 5", "Bản mới hơn")
                .doesNotContain("Sửa lần 6", "Đang dùng");
        assertThat(text(open("?trang=9"))).contains("Không còn bản nào");
    }

    @Test
    void addressOfAnUnknownVersionIsSaidSo() {
        has(2);

        assertThat(text(open("?tu=abc&den=<script>"))).contains("Không có bản này trong lịch sử");
    }

    @Test
    void textThatWasNeverPublishedHasNoHistory() {
        when(history.versions(eq(ID), anyInt(), anyInt())).thenReturn(List.of());

        assertThat(text(open(""))).contains("Không có lịch sử này");
    }
}
