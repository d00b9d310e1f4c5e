package vn.quantriet.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.oversight.Portal;
import vn.quantriet.oversight.World;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Step;
import vn.quantriet.ui.Translations;

@SpringBootTest(
        classes = Portal.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = World.DATABASE)
@ViewPackages(classes = OversightView.class)
@SuppressWarnings("NullAway.Init")
class OversightViewTest extends SpringBrowserlessTest {
    private static final ResolutionId TEXT = new ResolutionId("57-nq-tw");
    private static final ResolutionId OTHER_TEXT = new ResolutionId("68-nq-tw");

    @Autowired
    private World world;

    private Unit offices;
    private Unit health;
    private Unit farming;
    private Unit wards;

    @BeforeEach
    void populate() {
        UI.getCurrentOrThrow().setLocale(Translations.VIETNAMESE);
        world.clear();
        var root = world.root("Đảng bộ tỉnh (mẫu)");
        offices = world.below(root, "Đảng bộ Khối cơ quan");
        health = world.below(offices, "Đảng bộ Sở Y tế");
        farming = world.below(offices, "Đảng bộ Sở Nông nghiệp");
        wards = world.below(root, "Đảng bộ phường Hòa Bình (mẫu)");
        world.join(wards, "Phạm Quang Minh");
    }

    @Test
    void secretarySeesTheFigureTheUnitsAndTheNames() {
        var campaign = openWithTwelveMembers(TEXT);

        var view = show("");

        assertThat(find(H1.class).single().getText()).isEqualTo("57-NQ/TW · Đợt học quý IV/2026");
        assertThat(view.getPageTitle()).isEqualTo("Theo dõi · Đảng bộ Khối cơ quan");
        assertThat(text(view)).contains("9/ 12 đảng viên · 75%", "Từ 14/11/2026 đến 03/12/2026 · còn 10 ngày");
        // The lowest rate first.
        assertThat(rows(view))
                .containsExactly(
                        "Đảng bộ Sở Nông nghiệpĐảng bộ cơ sở450%Đúng tiến độ",
                        "Đảng bộ Sở Y tếĐảng bộ cơ sở887,5%Đúng tiến độ",
                        "Y 7M9Đảng bộ Sở Y tếChi ủy viênChưa bắt đầu0/0Chưa",
                        "Nông 2M12Đảng bộ Sở Nông nghiệpChi ủy viênChưa bắt đầu0/0Chưa",
                        "Nông 3M13Đảng bộ Sở Nông nghiệpChi ủy viênĐang học0/0Chưa");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsExactly(
                        "/api/theo-doi/danh-sach.xlsx?don-vi=" + offices.id().value() + "&dot=" + campaign.value()
                                + "&vb=57-nq-tw&ngon-ngu=vi",
                        "/qua-trinh-hoc/9",
                        "/qua-trinh-hoc/12",
                        "/qua-trinh-hoc/13");
    }

    @Test
    void filterShowsOnlyMembersAtThatStep() {
        openWithTwelveMembers(TEXT);

        var view = show("buoc=dang");

        assertThat(rows(view).subList(2, rows(view).size()))
                .containsExactly("Nông 3M13Đảng bộ Sở Nông nghiệpChi ủy viênĐang học0/0Chưa");
    }

    @Test
    void unitBelowIsALinkThatKeepsCampaignAndText() {
        var campaign = openWithTwelveMembers(TEXT, OTHER_TEXT);

        show("vb=68-nq-tw");

        assertThat(find(OversightLink.class).all())
                .filteredOn(link -> link.getText().equals("Đảng bộ Sở Y tế"))
                .singleElement()
                .satisfies(link -> assertThat(link.getQueryParameters().map(Address::of))
                        .contains(Address.START.at(health.id()).on(campaign, OTHER_TEXT)));
    }

    @Test
    void crumbsLeadUpOnlyToTheSecretarysOwnUnit() {
        openWithTwelveMembers(TEXT);

        show("don-vi=" + farming.id().value());

        assertThat(find(Nav.class).all().getFirst().getElement().getTextRecursively())
                .isEqualTo("Đảng bộ Khối cơ quan›Đảng bộ Sở Nông nghiệp");
    }

    @Test
    void foreignUnknownAndSenselessAddressesShowTheSameRefusal() {
        openWithTwelveMembers(TEXT);

        var foreign = text(show("don-vi=" + wards.id().value()));
        var unknown = text(show("don-vi=4711"));
        var senseless = text(show("don-vi=abc"));

        assertThat(foreign)
                .isEqualTo("Theo dõiKhông có trang này để xemĐịa chỉ không đúng, hoặc không thuộc phạm vi đồng chí theo"
                        + " dõi.Về đơn vị của đồng chí")
                .isEqualTo(unknown)
                .isEqualTo(senseless);
    }

    @Test
    void withoutCampaignTheWayToOpenOneIsShown() {
        world.actAsSecretaryOf(offices);

        var view = show("");

        assertThat(text(view)).contains("Chưa có đợt học nào");
        assertThat(find(Anchor.class).single().getHref()).isEqualTo("/dot-hoc");
    }

    @Test
    void nobodyMissingIsSaid() {
        var member = world.join(health, "Nguyễn Thu Hà");
        var campaign = world.open(offices, "Đợt học", World.OPENS, World.DUE, TEXT);
        world.complete(campaign, TEXT, member);

        assertThat(text(show(""))).contains("Không còn ai thiếu");
    }

    @Test
    void unitThatOwesNothingSaysSo() {
        world.join(health, "Nguyễn Thu Hà");
        var campaign = world.open(offices, "Đợt học", World.OPENS, World.DUE, TEXT);

        var view = show("don-vi=" + farming.id().value() + "&dot=" + campaign.value());

        assertThat(text(view)).contains("Đơn vị không phải học trong đợt này");
    }

    @Test
    void englishIsComplete() {
        openWithTwelveMembers(TEXT, OTHER_TEXT);
        UI.getCurrentOrThrow().setLocale(Translations.ENGLISH);

        var view = show("");

        assertThat(text(view))
                .contains("9/ 12 party members · 75%", "Still missing")
                .doesNotContain("!oversight");
    }

    /** Eight members in the health committee, seven of them complete; four in farming, two complete, one studying. */
    private CampaignId openWithTwelveMembers(ResolutionId... texts) {
        var y = join(health, "Y", 8);
        var farmers = join(farming, "Nông", 4);
        var campaign = world.open(offices, "Đợt học quý IV/2026", World.OPENS, World.DUE, texts);
        y.subList(0, 7).forEach(member -> world.complete(campaign, TEXT, member));
        farmers.subList(0, 2).forEach(member -> world.complete(campaign, TEXT, member));
        world.step(campaign, TEXT, farmers.get(3), Step.STUDYING);
        return campaign;
    }

    private List<MemberId> join(Unit unit, String name, int members) {
        return IntStream.range(0, members)
                .mapToObj(i -> world.join(unit, name + " " + i))
                .toList();
    }

    private OversightView show(String query) {
        UI.getCurrentOrThrow().navigate(Address.ROUTE, QueryParameters.fromString(query));
        return (OversightView) getCurrentView();
    }

    private static String text(OversightView view) {
        return view.getElement().getTextRecursively();
    }

    /** Rows of all table bodies in their order. */
    private List<String> rows(OversightView view) {
        return find(NativeTableRow.class, view).all().stream()
                .filter(row -> !row.getDataCells().isEmpty())
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }
}
