package vn.quantriet.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.WordList;
import vn.quantriet.search.use.UsePortal;
import vn.quantriet.ui.Translations;

@SpringBootTest(
        classes = UsePortal.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = UsePortal.DATABASE)
@ViewPackages(classes = SearchWordsView.class)
@SuppressWarnings("NullAway.Init")
class SearchWordsViewTest extends SpringBrowserlessTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private WordList list;

    @BeforeEach
    void populate() {
        UI.getCurrentOrThrow().setLocale(Translations.VIETNAMESE);
        query("khoán mười", 0, 5, 0);
        query("chỉ hôm nay một người", 0, 1, 0, false, 1);
        query("kinh tế biển", 7, 0, 0);
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from search_query_day").update();
        jdbc.sql("delete from search_query").update();
    }

    private void query(String text, int found, int missed, int opened) {
        query(text, found, missed, opened, true, 1);
    }

    private void query(String text, int found, int missed, int opened, boolean shared, int days) {
        jdbc.sql("""
                        insert into search_query (text, beginning, asked, missed, opened, days, last_day, shared, frequent, ignored)
                        values (:text, 0, :asked, :missed, :opened, :days, date '2026-11-22', :shared, false, false)""")
                .param("text", text)
                .param("asked", found + missed)
                .param("missed", missed)
                .param("opened", opened)
                .param("days", days)
                .param("shared", shared)
                .update();
    }

    private static void open(String query) {
        UI.getCurrentOrThrow().navigate(WordsAddress.ROUTE, QueryParameters.fromString(query));
    }

    private List<String> rows() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private void click(String label) {
        test(find(NativeButton.class).withAttribute("aria-label", label).single())
                .click();
    }

    @Test
    void queriesInVainAreListedWithTheirCounts() {
        open("");

        assertThat(rows())
                .singleElement()
                .asString()
                .startsWith("khoán mười5 lượt không thấy trong 5 lượt hỏi · gần nhất 22/11/2026");
        open("muc=khong-mo");
        assertThat(rows())
                .singleElement()
                .asString()
                .startsWith("kinh tế biển7 lượt thấy, chưa ai mở, trong 7 lượt hỏi");
    }

    @Test
    void synonymIsPreviewedAddedAndUndone() {
        open("");
        click("Thêm từ đồng nghĩa cho “khoán mười”");
        var fields = find(TextField.class).all();
        assertThat(find(NativeButton.class)
                        .withText("Đổi mới quản lý nông nghiệp")
                        .all())
                .hasSize(1);
        test(fields.getLast()).setValue("trung ương");

        assertThat(find(Code.class).single().getText()).isEqualTo("khoán mười ~ trung ương");
        test(find(NativeButton.class).withText("Thêm").single()).click();

        assertThat(lines()).last().isEqualTo("khoán mười ~ trung ương");
        assertThat(rows()).singleElement().asString().contains("Đã có từ");
        test(find(NativeButton.class).withText("Hoàn tác").single()).click();
        assertThat(lines()).doesNotContain("khoán mười ~ trung ương");
    }

    @Test
    void ignoredQueryIsGone() {
        open("");
        click("Bỏ qua “khoán mười”");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(rows()).isEmpty();
        assertThat(find(H2.class).single().getText()).isEqualTo("Chưa có câu nào tìm mà không thấy");
    }

    @Test
    void lineIsFilteredEditedAndRefusedWhenItMakesNoSense() {
        open("muc=tu&tim=xhcn");
        assertThat(rows()).singleElement().asString().startsWith("XHCN = xã hội chủ nghĩaViết tắt");

        click("Sửa dòng “XHCN = xã hội chủ nghĩa”");
        var line = find(TextField.class).all().getLast();
        test(line).setValue("XHCN");
        test(find(NativeButton.class).withText("Lưu").single()).click();
        assertThat(line.getErrorMessage()).startsWith("Chưa đúng cách viết.");
        test(line).setValue("XHCN, XHCNVN = xã hội chủ nghĩa");
        test(find(NativeButton.class).withText("Lưu").single()).click();

        assertThat(lines()).contains("XHCN, XHCNVN = xã hội chủ nghĩa").doesNotContain("XHCN = xã hội chủ nghĩa");
        assertThat(rows()).singleElement().asString().startsWith("XHCN, XHCNVN = xã hội chủ nghĩa");
    }

    private List<String> lines() {
        return list.lines();
    }
}
