package vn.quantriet.documents.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Library;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.ImportId;
import vn.quantriet.documents.ImportNotFound;
import vn.quantriet.documents.ImportState;
import vn.quantriet.documents.Reading;
import vn.quantriet.documents.TextHead;
import vn.quantriet.documents.Unclear;
import vn.quantriet.ui.Translations;

/** The page without a browser: what it shows in each state of an import. */
class ImportViewTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-05T02:30:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final ImportId ID = new ImportId("01234567-89ab-cdef-0123-456789abcdef");
    private static final ResolutionId TEXT = new ResolutionId("35-ct-tw");

    private final DocumentImports imports = mock(DocumentImports.class);

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

    private ImportView view(String address) {
        var view = new ImportView(imports, mock(Library.class), CLOCK);
        var event = mock(BeforeEnterEvent.class);
        when(event.getLocation()).thenReturn(new Location(address));
        view.beforeEnter(event);
        return view;
    }

    private ImportView ready() {
        var head =
                new TextHead("35-CT/TW", "directive", "Ban Bí thư", "2024-06-14", "Đại hội", "Đại hội", List.of(), "");
        var unclear = List.of(
                new Unclear(0, 0, "wrapped", List.of(), ""),
                new Unclear(7, 2, "renumbered", List.of("e)", "đ)"), "An toàn thông tin"));
        when(imports.state(ID))
                .thenReturn(new ImportState.Ready(
                        "chi-thi.docx", Reading.of(Reading.Kind.TEXT, head, "", unclear, "", "")));
        when(imports.check(eq(ID), eq(TEXT), any()))
                .thenReturn(List.of(Problem.at("35-ct-tw/resolution.md", 1, 1, "text-empty")));
        when(imports.canDraft()).thenReturn(true);
        return view("bien-tap/nhap?ban=" + ID);
    }

    @Test
    void asksForAFileFirst() {
        assertThat(text(view("bien-tap/nhap"))).contains("Nhập văn bản từ tệp", ".docx, .doc, .pdf", "50 MB");
    }

    @Test
    void saysHowFarTheReadingIsAndCanBeStopped() {
        when(imports.state(ID)).thenReturn(new ImportState.Working(3, 12));
        var view = view("bien-tap/nhap?ban=" + ID);

        assertThat(text(view)).contains("Đã đọc 3/12 trang.");
        click(view, "Thôi, không đọc nữa");
        verify(imports).cancel(ID);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        when(imports.state(ID)).thenReturn(new ImportState.Refused(Reason.NO_TEXT_LAYER));

        assertThat(text(view("bien-tap/nhap?ban=" + ID)))
                .contains("Không đọc được tệp này", "không có lớp chữ", "Nhập tệp khác");
    }

    @Test
    void anImportOfAnotherIsNotThere() {
        when(imports.state(ID)).thenThrow(new ImportNotFound(ID));

        assertThat(text(view("bien-tap/nhap?ban=" + ID))).contains("Không còn bản nhập này");
    }

    @Test
    void listsWhatIsToBeLookedAtWithItsPlace() {
        assertThat(text(ready()))
                .contains(
                        "Cần xem lại: 2 chỗ",
                        "Cả văn bản",
                        "các mục 1, 2… được đặt dưới mục I",
                        "Trang 2, đoạn 7",
                        "Số “e)” được viết thành “đ)”",
                        "“An toàn thông tin”")
                .doesNotContain("!");
    }

    @Test
    void fillsInWhatTheDocumentSaysOfItselfAndChecksIt() {
        var view = ready();

        assertThat(all(view).filter(TextField.class::isInstance).map(f -> ((TextField) f).getValue()))
                .containsExactly(
                        "35-ct-tw",
                        "35-CT/TW",
                        "Ban Bí thư",
                        "Đại hội",
                        "",
                        "Đại hội",
                        "Nhập từ tệp chi-thi.docx, ngày 05/01/2026; chưa đối chiếu");
        assertThat(text(view)).contains("Còn 1 chỗ chưa đúng định dạng", "35-ct-tw/resolution.md:1:1");
    }

    @Test
    void handsOverAsADraftOnlyWhereDraftsAreKept() {
        assertThat(button(ready(), "Đưa vào bản nháp").isVisible()).isTrue();
        when(imports.canDraft()).thenReturn(false);
        assertThat(button(view("bien-tap/nhap?ban=" + ID), "Đưa vào bản nháp").isVisible())
                .isFalse();
    }

    private static void click(Component view, String label) {
        var button = button(view, label);
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    }

    private static NativeButton button(Component view, String label) {
        return all(view)
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .filter(button -> button.getText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }

    private static Stream<Component> all(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ImportViewTest::all));
    }
}
