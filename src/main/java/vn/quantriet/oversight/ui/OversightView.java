package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.oversight.Focus;
import vn.quantriet.oversight.OversightDesk;
import vn.quantriet.oversight.Overview;
import vn.quantriet.oversight.Rollout;
import vn.quantriet.study.Campaign;
import vn.quantriet.study.CampaignId;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** How far a unit is with a text: who has completed, which unit below is behind, and who is still missing. */
@Route(Address.ROUTE)
@Menu(order = 4, title = "oversight.main.menu")
@RolesAllowed(Role.SECRETARY_NAME)
class OversightView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final OversightDesk desk;
    private String title = getTranslation("oversight.main.title-short");

    OversightView(OversightDesk desk) {
        this.desk = desk;
        addClassNames("wrap", "wide");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            show(Address.of(event.getLocation().getQueryParameters()));
        } catch (AccessDeniedException e) {
            refuse();
        }
    }

    private void refuse() {
        title = getTranslation("oversight.main.title-short");
        var home = new OversightLink(getTranslation("oversight.refused.home"), Address.START, "btn", "main");
        add(
                new H1(title),
                new EmptyState(
                        getTranslation("oversight.refused.title"), getTranslation("oversight.refused.text"), home));
    }

    private void show(Address address) {
        Overview overview = desk.overview(address.focus());
        title = getTranslation("oversight.main.title", overview.unit().name());
        var crumbs = crumbs(overview, address);
        if (overview.rollout().isEmpty()) {
            var open = new Anchor("/dot-hoc", getTranslation("oversight.no-campaign.action"));
            open.addClassNames("btn", "main");
            add(
                    crumbs,
                    new H1(overview.unit().name()),
                    new EmptyState(
                            getTranslation("oversight.no-campaign.title"),
                            getTranslation("oversight.no-campaign.text"),
                            open));
            return;
        }
        show(overview, overview.rollout().get(), crumbs, address);
    }

    private void show(Overview overview, Rollout rollout, Nav crumbs, Address address) {
        var campaign = rollout.campaign();
        // From here on every link says what is shown now, so that it means the same tomorrow.
        var here = new Address(
                new Focus(
                        Optional.of(overview.unit().id()),
                        Optional.of(campaign.id()),
                        Optional.of(rollout.text().id())),
                address.order(),
                address.step(),
                address.page());
        add(
                crumbs,
                new H1(getTranslation("oversight.main.heading", rollout.text().number(), campaign.title())),
                tools(overview, rollout, here));
        if (!rollout.total().isOwed()) {
            add(new EmptyState(
                    getTranslation("oversight.nothing-owed.title"),
                    getTranslation("oversight.nothing-owed.text", campaign.title())));
            return;
        }
        add(new StoryCard(overview.unit(), rollout));
        addTables(rollout, here);
        addMissing(overview.unit(), rollout, here);
    }

    private Nav crumbs(Overview overview, Address address) {
        var crumbs = new Nav();
        crumbs.addClassName("crumb");
        crumbs.getElement().setAttribute("aria-label", getTranslation("oversight.main.crumbs"));
        for (Unit unit : overview.crumbs()) {
            if (unit.equals(overview.unit())) {
                var last = new Span(unit.name());
                last.getElement().setAttribute("aria-current", "page");
                crumbs.add(last);
            } else {
                var arrow = new Span("›");
                arrow.getElement().setAttribute("aria-hidden", "true");
                crumbs.add(new OversightLink(unit.name(), address.at(unit.id())), arrow);
            }
        }
        return crumbs;
    }

    private Div tools(Overview overview, Rollout rollout, Address here) {
        var tools = new Div(fact(
                getTranslation("oversight.main.as-of"),
                getTranslation(
                        "oversight.main.as-of-value",
                        rollout.asOf()
                                .toLocalTime()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                        Formats.date(rollout.today()))));
        tools.addClassNames("tools", "num");
        tools.add(campaigns(overview, rollout, here), texts(rollout, here));
        return tools;
    }

    private Component campaigns(Overview overview, Rollout rollout, Address here) {
        var label = getTranslation("oversight.main.campaign");
        var shown = rollout.campaign();
        var others = overview.campaigns().stream()
                .filter(campaign -> !campaign.id().equals(shown.id()))
                .toList();
        if (others.isEmpty()) {
            return fact(label, shown.title());
        }
        var chooser = new Chooser(label, shown.title());
        for (Campaign campaign : others) {
            chooser.add(new OversightLink(campaign.title(), here.in(campaign.id())));
        }
        return chooser;
    }

    private Component texts(Rollout rollout, Address here) {
        var label = getTranslation("oversight.main.text");
        var shown = rollout.text();
        if (rollout.texts().size() == 1) {
            return fact(label, shown.number());
        }
        var chooser = new Chooser(label, shown.number());
        for (var row : rollout.texts()) {
            ResolutionId text = row.text().id();
            if (!text.equals(shown.id())) {
                chooser.add(new OversightLink(
                        row.text().number(), here.on(rollout.campaign().id(), text)));
            }
        }
        return chooser;
    }

    private static Span fact(String label, String value) {
        var name = new Span(label);
        name.addClassName("label");
        var fact = new Span(name, new Span(value));
        fact.addClassName("sel");
        return fact;
    }

    private void addTables(Rollout rollout, Address here) {
        var tables = new Div();
        if (!rollout.units().isEmpty()) {
            tables.add(new UnitTable(getTranslation("oversight.units.heading"), rollout, here));
        }
        if (rollout.texts().size() > 1) {
            tables.add(new TextTable(getTranslation("oversight.texts.heading"), rollout, here));
        }
        long count = tables.getChildren().count();
        tables.addClassName(count == 2 ? "two" : "one");
        if (count > 0) {
            add(tables);
        }
    }

    private void addMissing(Unit unit, Rollout rollout, Address here) {
        if (rollout.total().missing() == 0) {
            add(new EmptyState(
                    getTranslation("oversight.missing.none"),
                    getTranslation(
                            "oversight.missing.none-text",
                            Formats.number(rollout.total().owed(), getLocale()))));
            return;
        }
        CampaignId campaign = rollout.campaign().id();
        ResolutionId text = rollout.text().id();
        var page = desk.missing(campaign, text, unit.id(), here.steps(), here.page());
        var download = MissingListDownload.address(unit.id(), campaign, text, getLocale());
        add(new MissingCard(getTranslation("oversight.missing.heading"), rollout, page, here, download));
    }
}
