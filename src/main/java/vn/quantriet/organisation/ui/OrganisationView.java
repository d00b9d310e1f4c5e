package vn.quantriet.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.OrganisationAdministration;
import vn.quantriet.organisation.OrganisationAdministration.People;
import vn.quantriet.organisation.OrganisationAdministration.Person;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.ui.AdministrationPage;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** The tree of units, one level at a time, and the people of the unit that is shown. */
@Route("quan-tri")
@RolesAllowed(Role.ADMINISTRATOR_NAME)
@Menu(order = 9, title = "organisation.admin.menu")
class OrganisationView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final String UNIT = "don-vi";
    private static final String WORDS = "tim";
    private static final String PAGE = "trang";

    private final OrganisationAdministration administration;
    private final CurrentMember currentMember;
    private final UnitTree tree;
    private final transient ObjectProvider<AdministrationPage> otherPages;

    OrganisationView(
            OrganisationAdministration administration,
            CurrentMember currentMember,
            UnitTree tree,
            ObjectProvider<AdministrationPage> otherPages) {
        this.administration = administration;
        this.currentMember = currentMember;
        this.tree = tree;
        this.otherPages = otherPages;
        addClassNames("wrap", "wide", "organisation");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organisation.admin.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var parameters = event.getLocation().getQueryParameters();
        Optional<Unit> top = currentMember.topUnitAs(Role.ADMINISTRATOR);
        Optional<UnitId> asked = parameters
                .getSingleParameter(UNIT)
                .flatMap(OrganisationView::number)
                .map(UnitId::new)
                .or(() -> top.map(Unit::id));
        if (asked.isEmpty() || !currentMember.hasRoleIn(Role.ADMINISTRATOR, asked.get())) {
            add(EmptyState.page(
                    getTranslation("organisation.admin.forbidden"),
                    getTranslation("organisation.admin.forbidden-lead")));
            return;
        }
        String words = parameters.getSingleParameter(WORDS).orElse("");
        int page = parameters
                .getSingleParameter(PAGE)
                .flatMap(OrganisationView::number)
                .map(Long::intValue)
                .orElse(1);
        show(tree.get(asked.get()), words, page);
    }

    private void show(Unit unit, String words, int page) {
        var title = new H1(getTranslation("organisation.admin.title"));
        var importLink = new RouterLink(getTranslation("organisation.admin.import"), ImportView.class);
        importLink.addClassName("btn");
        var links = new Div(importLink);
        links.addClassName("page-links");
        if (tree.root()
                .filter(root -> currentMember.hasRoleIn(Role.ADMINISTRATOR, root.id()))
                .isPresent()) {
            otherPages.orderedStream().forEach(other -> {
                var link = new Anchor(other.address(), getTranslation(other.nameKey()));
                link.addClassName("btn");
                links.add(link);
            });
        }
        var head = new Div(title, links);
        head.addClassName("page-head");
        add(head, lineage(unit), units(unit), people(unit, words, page));
    }

    private Nav lineage(Unit unit) {
        var nav = new Nav();
        nav.addClassName("lineage");
        nav.setAriaLabel(getTranslation("organisation.admin.lineage"));
        tree.lineage(unit.id()).stream()
                .filter(above -> currentMember.hasRoleIn(Role.ADMINISTRATOR, above.id()))
                .forEach(above -> {
                    var link = link(above.name(), above, "", 1);
                    if (above.equals(unit)) {
                        link.getElement().setAttribute("aria-current", "page");
                    }
                    nav.add(link);
                });
        return nav;
    }

    private Section units(Unit unit) {
        var section = new Section(new H2(unit.name()));
        section.addClassNames("card", "organisation-units");
        Map<UnitId, Integer> people = administration.peopleWithin(unit.id());
        section.add(new Paragraph(getTranslation(
                "organisation.admin.unit-lead",
                unit.code(),
                getTranslation("organisation.kind." + unit.kind()),
                Formats.number(people.getOrDefault(unit.id(), 0), getLocale()))));
        List<Unit> children = tree.children(unit.id());
        if (!children.isEmpty()) {
            var table = table("organisation.admin.unit", "organisation.admin.kind", "organisation.admin.people");
            table.setCaptionText(getTranslation("organisation.admin.units-below"));
            for (Unit child : children) {
                var count = new NativeTableCell(Formats.number(people.getOrDefault(child.id(), 0), getLocale()));
                count.addClassName("num");
                table.getBody()
                        .add(new NativeTableRow(
                                new NativeTableCell(link(child.name(), child, "", 1)),
                                new NativeTableCell(getTranslation("organisation.kind." + child.kind())),
                                count));
            }
            section.add(scrolling(table));
        }
        return section;
    }

    private Section people(Unit unit, String words, int page) {
        var search = new TextField(getTranslation("organisation.admin.search"));
        search.setPlaceholder(getTranslation("organisation.admin.search-example"));
        search.setValue(words);
        search.setClearButtonVisible(true);
        search.addKeyPressListener(Key.ENTER, event -> go(unit, search.getValue()));
        var button = new NativeButton(
                getTranslation("organisation.admin.search-submit"), click -> go(unit, search.getValue()));
        button.addClassName("btn");
        var bar = new Div(search, button);
        bar.addClassName("search-bar");
        bar.getElement().setAttribute("role", "search");
        var section = new Section(new H2(getTranslation("organisation.admin.people-title")), bar);
        section.addClassNames("card", "organisation-people");

        People people = administration.search(unit.id(), words, page);
        if (people.page().isEmpty()) {
            section.add(new Paragraph(getTranslation("organisation.admin.nobody")));
            return section;
        }
        section.add(
                new Paragraph(getTranslation("organisation.admin.found", Formats.number(people.total(), getLocale()))));
        var table = table(
                "organisation.admin.name",
                "organisation.admin.code",
                "organisation.admin.unit",
                "organisation.admin.username",
                "organisation.admin.account");
        people.page().forEach(person -> table.getBody().add(row(person)));
        section.add(scrolling(table), pages(unit, words, Math.max(page, 1), people.total()));
        return section;
    }

    private NativeTableRow row(Person person) {
        var profile = person.profile();
        var name = new Div(profile.fullName());
        if (!profile.partyMember()) {
            name.add(new Chip(getTranslation("organisation.admin.non-member"), Chip.Tone.NEUTRAL));
        }
        profile.post().ifPresent(post -> {
            var title = new Div(post);
            title.addClassName("eyebrow");
            name.add(title);
        });
        var linkButton = new NativeButton(
                getTranslation("organisation.admin.password-link"),
                click -> new PasswordLinkDialog(administration, person).open());
        linkButton.addClassName("btn");
        linkButton
                .getElement()
                .setAttribute("aria-label", getTranslation("organisation.admin.password-link-for", profile.fullName()));
        return new NativeTableRow(
                new NativeTableCell(name),
                new NativeTableCell(profile.code()),
                new NativeTableCell(tree.get(profile.unit()).name()),
                new NativeTableCell(person.username().orElse("–")),
                new NativeTableCell(linkButton));
    }

    private Nav pages(Unit unit, String words, int page, long total) {
        long last = (total + OrganisationAdministration.PAGE_SIZE - 1) / OrganisationAdministration.PAGE_SIZE;
        var nav = new Nav();
        nav.addClassName("pages");
        nav.setAriaLabel(getTranslation("organisation.admin.pages"));
        if (page > 1) {
            nav.add(button(link(getTranslation("organisation.admin.previous"), unit, words, page - 1)));
        }
        nav.add(new Paragraph(getTranslation(
                "organisation.admin.page", Formats.number(page, getLocale()), Formats.number(last, getLocale()))));
        if (page < last) {
            nav.add(button(link(getTranslation("organisation.admin.next"), unit, words, page + 1)));
        }
        return nav;
    }

    private NativeTable table(String... headingKeys) {
        return Tables.withHeadings(
                java.util.Arrays.stream(headingKeys).map(this::getTranslation).toList());
    }

    private static Div scrolling(Component table) {
        var frame = new Div(table);
        frame.addClassName("table-scroll");
        return frame;
    }

    private static RouterLink button(RouterLink link) {
        link.addClassName("btn");
        return link;
    }

    private static RouterLink link(String text, Unit unit, String words, int page) {
        var link = new RouterLink(text, OrganisationView.class);
        link.setQueryParameters(address(unit, words, page));
        return link;
    }

    private void go(Unit unit, String words) {
        getUI().ifPresent(ui -> ui.navigate(OrganisationView.class, address(unit, words.strip(), 1)));
    }

    private static QueryParameters address(Unit unit, String words, int page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(UNIT, String.valueOf(unit.id().value()));
        if (!words.isEmpty()) {
            parameters.put(WORDS, words);
        }
        if (page > 1) {
            parameters.put(PAGE, String.valueOf(page));
        }
        return QueryParameters.simple(parameters);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
