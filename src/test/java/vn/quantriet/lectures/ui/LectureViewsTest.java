package vn.quantriet.lectures.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static vn.quantriet.lectures.FakeLibrary.CO_SO;
import static vn.quantriet.lectures.FakeLibrary.NQ_18;
import static vn.quantriet.lectures.FakeLibrary.NQ_57;
import static vn.quantriet.lectures.FakeLibrary.clause;
import static vn.quantriet.lectures.FakeLibrary.deck;
import static vn.quantriet.lectures.FakeLibrary.slide;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.TextFinder;
import vn.quantriet.lectures.ActingMember;
import vn.quantriet.lectures.FakeLibrary;
import vn.quantriet.lectures.Lectures;
import vn.quantriet.lectures.LecturesFixture;
import vn.quantriet.lectures.LecturesFixture.MemoryDesk;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.Translations;

/** The pages without a browser: what they show, and what the desk keeps. */
class LectureViewsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-05T02:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final FakeLibrary library = new FakeLibrary();
    private final ActingMember acting = new ActingMember();
    private final MemoryDesk desk = new MemoryDesk(library, acting);
    private final Lectures lectures = LecturesFixture.lectures(library, acting);
    private final SlidePages pages = new SlidePages(lectures, new Translations());

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
        library.withDecks(
                NQ_57,
                deck(CO_SO, "Cho chi bộ", slide(1, "Ai là trung tâm?", "<p>lời giảng</p>", clause(NQ_18, "ii.2"))));
    }

    @AfterEach
    void forget() {
        VaadinService.setCurrent(null);
    }

    @Test
    void listShowsDecksAndNoWayToTheDeskForAPlainMember() {
        var view = list("bai-giang?q=chi+bo");

        assertThat(text(view)).contains("57-NQ/TW · Khoa học", "Cho chi bộ", "1 trang", "45 phút");
        assertThat(links(view)).containsExactly("/bai-giang/57-nq-tw/co-so", "/trinh-chieu/57-nq-tw/co-so");
        assertThat(text(view)).doesNotContain("!");
    }

    @Test
    void listSaysThatNothingMatches() {
        assertThat(text(list("bai-giang?q=khong+co"))).contains("Không thấy bài giảng nào khớp “khong co”");
    }

    @Test
    void reporterFindsTheDeskAndTheirDrafts() {
        acting.is(7, "Trần Minh Khang", Role.MEMBER, Role.REPORTER);
        desk.save(CO_SO, "", "Một", OptionalInt.empty(), Optional.empty());

        var view = list("bai-giang");

        assertThat(links(view))
                .startsWith("/bai-giang/soan", "/bai-giang/soan?vb=57-nq-tw&bai=co-so")
                .hasSize(5);
        assertThat(text(view)).contains("57-NQ/TW · sửa lần cuối 05/01/2026 lúc 09:30");
    }

    @Test
    void deckIsReadFromAnElementThatFetchesItAndIsNotKept() {
        var view = new DeckView(lectures, desk);
        view.beforeEnter(event("bai-giang/57-nq-tw/co-so", Map.of("text", "57-nq-tw", "deck", "co-so")));

        var element = all(view)
                .filter(SlidePagesElement.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getElement();
        assertThat(element.getAttribute("src")).isEqualTo("/api/decks/57-nq-tw/co-so/pages");
        assertThat(element.getAttribute("labels")).contains("\"retry\":\"Thử lại\"");
        assertThat(html(view)).isEmpty();
        assertThat(view.getPageTitle()).isEqualTo("Cho chi bộ");
    }

    @Test
    void missingDeckIsSaid() {
        var view = new PresentView(lectures);
        view.beforeEnter(event("trinh-chieu/57-nq-tw/x", Map.of("text", "57-nq-tw", "deck", "x")));

        assertThat(text(view)).contains("Không có bài giảng này");
    }

    @Test
    void presentingElementKnowsItsDeck() {
        var view = new PresentView(lectures);
        view.beforeEnter(event("trinh-chieu/57-nq-tw/co-so", Map.of("text", "57-nq-tw", "deck", "co-so")));

        var element = view.getChildren().findFirst().orElseThrow().getElement();
        assertThat(element.getAttribute("src")).isEqualTo("/api/decks/57-nq-tw/co-so");
        assertThat(element.getAttribute("back")).isEqualTo("/bai-giang/57-nq-tw/co-so");
        assertThat(element.getAttribute("labels")).contains("\"leave\":\"Thoát trình chiếu\"");
    }

    @Test
    void everyChangeIsKeptAndCheckedAndOnlyAGoodDeckMayBePublished() {
        var view = desk("bai-giang/soan?vb=57-nq-tw&bai=moi");

        type(view, "Một\nHỏng!");
        assertThat(desk.draft(new DeckId(NQ_57, "moi")).orElseThrow().markdown())
                .isEqualTo("Một\nHỏng!");
        assertThat(text(view)).contains("Có 1 chỗ cần sửa", "Dòng 2, cột 1", "Đã lưu nháp lúc 09:30.");
        assertThat(publish(view).isEnabled()).isFalse();

        type(view, "Một\nHai");
        assertThat(text(view)).contains("Không có lỗi. Bài giảng sẵn sàng để đăng.");
        assertThat(html(view)).as("kept in the session").isEmpty();
        assertThat(publish(view).isEnabled()).isTrue();
    }

    @Test
    void deskOpensTheDraftRatherThanTheDeckInService() {
        acting.is(7, "Trần Minh Khang", Role.MEMBER, Role.REPORTER);
        library.publish(CO_SO, "Đã đăng", new Author("a", "b"), Optional.empty());
        assertThat(area(desk("bai-giang/soan?vb=57-nq-tw&bai=co-so")).getValue())
                .isEqualTo("Đã đăng");

        desk.save(CO_SO, "", "Bản nháp", OptionalInt.empty(), Optional.empty());
        var view = desk("bai-giang/soan?vb=57-nq-tw&bai=co-so");
        assertThat(area(view).getValue()).isEqualTo("Bản nháp");
        assertThat(text(view)).contains("Bài giảng “co-so” đang phục vụ.");
    }

    @Test
    void changeFromAnotherWindowIsToldAndNotOverwritten() {
        var view = desk("bai-giang/soan?vb=57-nq-tw&bai=moi");
        type(view, "ở đây");
        var id = new DeckId(NQ_57, "moi");
        desk.save(id, "", "ở nơi khác", OptionalInt.of(0), Optional.empty());

        type(view, "ở đây nữa");

        assertThat(text(view)).contains("Bản nháp này vừa được sửa");
        assertThat(desk.draft(id).orElseThrow().markdown()).isEqualTo("ở nơi khác");
        assertThat(publish(view).isEnabled()).isFalse();

        click(view, "Giữ phần đang hiện ở đây");
        assertThat(desk.draft(id).orElseThrow().markdown()).isEqualTo("ở đây nữa");
        assertThat(text(view)).doesNotContain("Bản nháp này vừa được sửa");
    }

    @Test
    void deckPublishedMeanwhileIsToldAndBothAreOffered() {
        library.seed(CO_SO, "Cũ");
        var view = desk("bai-giang/soan?vb=57-nq-tw&bai=co-so");
        type(view, "Của tôi");
        library.seed(CO_SO, "Của đồng chí khác");

        confirm(view);

        assertThat(text(view)).contains("một bản khác của bài này đã được đăng");
        assertThat(library.authors).isEmpty();
        click(view, "Mở bản vừa đăng");
        assertThat(area(view).getValue()).isEqualTo("Của đồng chí khác");

        type(view, "Của tôi");
        library.seed(CO_SO, "Bản thứ ba");
        confirm(view);
        click(view, "Đăng bản này thay bản đó");
        assertThat(library.source(CO_SO).orElseThrow().markdown()).isEqualTo("Của tôi");
        assertThat(text(view)).contains("Bài giảng đã được đăng");
    }

    @Test
    void nothingCanBeWrittenBeforeATextIsChosen() {
        var view = desk("bai-giang/soan?vb=99-nq-tw");

        assertThat(area(view).isEnabled()).isFalse();
        assertThat(publish(view).isEnabled()).isFalse();
    }

    private LecturesView list(String address) {
        var view = new LecturesView(lectures, desk, library, CLOCK);
        view.beforeEnter(event(address, Map.of()));
        return view;
    }

    private DeckUploadView desk(String address) {
        acting.is(7, "Trần Minh Khang", Role.MEMBER, Role.REPORTER);
        var view = new DeckUploadView(desk, pages, library, new TextFinder(library), CLOCK);
        view.beforeEnter(event(address, Map.of()));
        return view;
    }

    private static BeforeEnterEvent event(String address, Map<String, String> parameters) {
        var event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(address));
        when(event.getRouteParameters()).thenReturn(new RouteParameters(parameters));
        return event;
    }

    private static void type(Component view, String markdown) {
        var area = area(view);
        String before = area.getValue();
        area.setValue(markdown);
        ComponentUtil.fireEvent(area, new ComponentValueChangeEvent<>(area, area, before, true));
    }

    private static TextArea area(Component view) {
        return all(view)
                .filter(TextArea.class::isInstance)
                .map(TextArea.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Publishes; no page is there for the question that is asked where a deck is replaced. */
    private void confirm(DeckUploadView view) {
        view.publish(CO_SO);
    }

    private static NativeButton publish(Component view) {
        return button(view, "Đăng bài giảng");
    }

    private static NativeButton button(Component view, String text) {
        return all(view)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static void click(Component view, String text) {
        ComponentUtil.fireEvent(button(view, text), new ClickEvent<>(button(view, text)));
    }

    private static java.util.List<String> links(Component view) {
        return all(view)
                .filter(Anchor.class::isInstance)
                .map(c -> ((Anchor) c).getHref())
                .toList();
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }

    private static String html(Component view) {
        return all(view).map(c -> c.getElement().getProperty("innerHTML", "")).reduce("", String::concat);
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(LectureViewsTest::all));
    }
}
