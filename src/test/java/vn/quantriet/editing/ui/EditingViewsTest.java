package vn.quantriet.editing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.quantriet.content.Manuscript.TEXT;
import static vn.quantriet.editing.FakeTexts.NQ_57;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextHistory.Stretch;
import vn.quantriet.editing.ClauseFinder;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftPictures;
import vn.quantriet.editing.DraftState;
import vn.quantriet.editing.DraftWriting;
import vn.quantriet.editing.EditingDesk;
import vn.quantriet.editing.EditingFixture;
import vn.quantriet.editing.FakeTexts;
import vn.quantriet.editing.Merging;
import vn.quantriet.editing.Merging.Choice;
import vn.quantriet.editing.Releasing;
import vn.quantriet.editing.Reviewing;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.ui.Translations;

/** The pages without a browser, over the real services and a real database. */
class EditingViewsTest {
    @TempDir
    Path folder;

    /** A field, because Vaadin itself holds the current service only weakly. */
    private final VaadinService service = mock(VaadinService.class);

    private EditingFixture portal;
    private EditingDesk desk;
    private DraftWriting writing;
    private Reviewing reviewing;
    private DraftId draft;

    @BeforeEach
    void start() {
        var instantiator = mock(Instantiator.class);
        when(instantiator.getI18NProvider()).thenReturn(new Translations());
        when(service.getInstantiator()).thenReturn(instantiator);
        when(service.getDeploymentConfiguration()).thenReturn(mock(DeploymentConfiguration.class));
        VaadinService.setCurrent(service);
        portal = EditingFixture.start(folder).mai();
        desk = portal.get(EditingDesk.class);
        writing = portal.get(DraftWriting.class);
        reviewing = portal.get(Reviewing.class);
        draft = desk.begin(NQ_57);
    }

    @AfterEach
    void stop() {
        VaadinService.setCurrent(null);
        portal.close();
    }

    @Test
    void deskTellsMineFromWhatWaitsForMe() {
        assertThat(text(deskView()))
                .contains("Bản nháp của tôi", "Đang soạn", "Viết tiếp")
                .doesNotContain("!editing");
        assertThat(links(deskView())).contains("/bien-tap/" + draft);

        reviewing.send(draft);
        portal.nghia();
        assertThat(text(deskView()))
                .contains("Chờ đồng chí duyệt", "Đặng Thị Mai gửi lúc 08:00 23/11/2026", "Xem và duyệt")
                .contains("Đồng chí chưa có bản nháp nào");
    }

    @Test
    void editorHoldsTheDraftsNumberAndNoneOfItsWords() {
        writing.save(draft, TEXT, "## I. Một\n\nchữ riêng của Mai\n", 0);

        var view = editor("bien-tap/" + draft + "?tep=resolution.md");

        var element = find(view, EditorElement.class).getElement();
        assertThat(element.getAttribute("draft")).isEqualTo(draft.toString());
        assertThat(element.getAttribute("file")).isEqualTo(TEXT);
        assertThat(element.getAttribute("owner")).isEqualTo("11");
        assertThat(element.getAttribute("labels")).contains("\"write\":\"Viết\"");
        assertThat(element.getAttribute("phrases")).contains("\"Find\":\"Tìm\"");
        assertThat(view.getElement().getOuterHTML()).doesNotContain("chữ riêng của Mai");
        assertThat(text(view))
                .contains("Gửi duyệt", "Trích điều khoản", "Số liệu có nguồn")
                .doesNotContain("!editing");
    }

    @Test
    void toolsAreThoseOfTheFile() {
        writing.add(draft, "quiz.md");
        writing.add(draft, "slides/co-so.md");

        assertThat(text(editor("bien-tap/" + draft + "?tep=quiz.md")))
                .contains("Nhiều đáp án", "Sắp xếp", "Bỏ tệp này")
                .doesNotContain("Số liệu có nguồn");
        assertThat(text(editor("bien-tap/" + draft + "?tep=slides%2Fco-so.md"))).contains("Thêm trang");
    }

    @Test
    void reviewerSeesThePicturesThatComeOutWithTheDraft() {
        portal.get(DraftPictures.class).add(draft, "so-do.png", new byte[] {1});
        reviewing.send(draft);
        portal.nghia();
        var view = new ReviewView(
                desk, writing, portal.get(DraftPictures.class), reviewing, portal.get(Releasing.class), clock());
        view.beforeEnter(event("bien-tap/" + draft + "/duyet"));

        assertThat(text(view)).contains("Hình và tài liệu mới (1)", "so-do.png");
    }

    @Test
    void draftOfAnotherIsForwardedToItsReviewOrNotThere() {
        portal.nghia();
        assertThat(text(editor("bien-tap/" + draft))).contains("Không có bản nháp này");
        assertThat(text(editor("bien-tap/99999999999999999999"))).contains("Không có bản nháp này");

        portal.mai();
        reviewing.send(draft);
        portal.nghia();
        var event = event("bien-tap/" + draft);
        new EditorView(
                        desk,
                        writing,
                        reviewing,
                        portal.get(ClauseFinder.class),
                        portal.get(DraftPictures.class),
                        clock())
                .beforeEnter(event);
        verify(event).forwardTo("bien-tap/" + draft + "/duyet");
    }

    @Test
    void draftWithProblemsIsNotSent() {
        writing.save(draft, TEXT, "lỗi!", 0);
        var view = editor("bien-tap/" + draft);

        view.send();

        assertThat(text(view)).contains("Còn chỗ cần sửa.");
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.DRAFT);
    }

    @Test
    void reviewerApprovesDecidesAndPublishes() {
        writing.save(draft, TEXT, "## I. Một\n\nchữ một rõ hơn\n\n## II. Hai\n\nchữ hai\n", 0);
        reviewing.send(draft);
        assertThat(buttons(review())).contains("Rút về để sửa").doesNotContain("Đồng ý cho đăng");

        portal.nghia();
        var view = review();
        assertThat(text(view)).contains("Những phần thay đổi (1)", "I. Một", "resolution.md · viết lại");
        click(view, "Đồng ý cho đăng");
        assertThat(desk.draft(draft).state()).isEqualTo(DraftState.APPROVED);
        assertThat(button(view, "Đăng ngay").isEnabled()).isFalse();

        portal.get(Releasing.class).decide(draft, new ClauseId("i"), false);
        var again = review();
        assertThat(button(again, "Đăng ngay").isEnabled()).isTrue();
        again.now().accept(desk.draft(draft));
        assertThat(text(again)).contains("Bản này đã được đăng.");
        assertThat(portal.get(FakeTexts.class).text(NQ_57, TEXT)).contains("chữ một rõ hơn");
    }

    @Test
    void mergeShowsBothAndAsksForAChoice() {
        writing.save(draft, TEXT, "## I. Một\n\ncủa Mai\n\n## II. Hai\n\nchữ hai\n", 0);
        portal.get(FakeTexts.class).put(NQ_57, Map.of(TEXT, "## I. Một\n\ncủa Nghĩa\n\n## II. Hai\n\nchữ hai\n"));
        assertThat(links(editor("bien-tap/" + draft))).contains("/bien-tap/" + draft + "/gop");

        var view = new MergeView(desk, portal.get(Merging.class));
        view.beforeEnter(event("bien-tap/" + draft + "/gop"));
        assertThat(text(view)).contains("Có 1 phần cả hai cùng sửa", "Bản của đồng chí", "Bản đã đăng");
        view.merge();
        assertThat(writing.isReplaced(draft)).as("merged without a choice").isTrue();

        @SuppressWarnings("unchecked")
        RadioButtonGroup<Choice> choice = find(view, RadioButtonGroup.class);
        choice.setValue(Choice.BOTH);
        view.merge();
        assertThat(writing.read(draft, TEXT).orElseThrow().body()).contains("của Mai", "của Nghĩa");
        assertThat(writing.isReplaced(draft)).isFalse();
    }

    @Test
    void nameOfANewTextIsProposedFromItsNumber() {
        assertThat(Beginning.slug(" 57-NQ/TW ")).isEqualTo("57-nq-tw");
        assertThat(Beginning.slug("Số 12/QĐ-UBND (bổ sung)")).isEqualTo("so-12-qd-ubnd-bo-sung");
    }

    @Test
    void wordsOfADraftAreNeverMarkup() {
        assertThat(DifferenceHtml.after(List.of(new Stretch("<img onerror=x>", true), new Stretch("a&b", false))))
                .isEqualTo("<ins>&lt;img onerror=x&gt;</ins>a&amp;b");
    }

    private DeskView deskView() {
        return new DeskView(desk, portal.get(FakeTexts.class), clock());
    }

    private EditorView editor(String address) {
        var view = new EditorView(
                desk, writing, reviewing, portal.get(ClauseFinder.class), portal.get(DraftPictures.class), clock());
        var event = event(address);
        view.beforeEnter(event);
        verify(event, never()).forwardTo(anyString());
        return view;
    }

    private ReviewView review() {
        var view = new ReviewView(
                desk, writing, portal.get(DraftPictures.class), reviewing, portal.get(Releasing.class), clock());
        view.beforeEnter(event("bien-tap/" + draft + "/duyet"));
        return view;
    }

    private MovableClock clock() {
        return portal.get(MovableClock.class);
    }

    private static BeforeEnterEvent event(String address) {
        var event = mock(BeforeEnterEvent.class);
        var location = new Location(address);
        when(event.getLocation()).thenReturn(location);
        when(event.getRouteParameters())
                .thenReturn(new RouteParameters(
                        Map.of("draft", location.getSegments().get(1))));
        return event;
    }

    private static void click(Component view, String text) {
        ComponentUtil.fireEvent(button(view, text), new ClickEvent<>(button(view, text)));
    }

    private static NativeButton button(Component view, String text) {
        return all(view)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .filter(b -> b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> buttons(Component view) {
        return all(view)
                .filter(NativeButton.class::isInstance)
                .map(b -> ((NativeButton) b).getText())
                .toList();
    }

    private static List<String> links(Component view) {
        return all(view)
                .filter(Anchor.class::isInstance)
                .map(c -> ((Anchor) c).getHref())
                .toList();
    }

    private static <C extends Component> C find(Component view, Class<C> type) {
        return all(view).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(EditingViewsTest::all));
    }
}
