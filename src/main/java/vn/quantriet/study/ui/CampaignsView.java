package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.TextFinder;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.Campaign;
import vn.quantriet.study.Campaigns;
import vn.quantriet.study.Depth;
import vn.quantriet.study.StudyDesk;
import vn.quantriet.ui.DayPicker;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** Where a secretary opens a study campaign and finds those that concern the unit. */
@Route("dot-hoc")
@RolesAllowed(Role.SECRETARY_NAME)
@Menu(order = 5, title = "study.campaigns.menu")
class CampaignsView extends Div implements HasDynamicTitle {
    private static final int LONGEST_TITLE = 200;
    private static final int USUAL_DAYS = 30;

    private final transient Campaigns campaigns;
    private final transient Library library;
    private final transient Unit unit;

    private final TextField name = new TextField(getTranslation("study.campaigns.name"));
    private final MultiSelectComboBox<Resolution> texts =
            new MultiSelectComboBox<>(getTranslation("study.campaigns.texts"));
    private final DayPicker opens = new DayPicker(getTranslation("study.campaigns.opens"));
    private final DayPicker due = new DayPicker(getTranslation("study.campaigns.due"));
    private final Paragraph problem = new Paragraph();
    private final Section existing = new Section();

    CampaignsView(Campaigns campaigns, Library library, TextFinder finder, CurrentMember current, StudyDesk desk) {
        this.campaigns = campaigns;
        this.library = library;
        this.unit = current.topUnitAs(Role.SECRETARY).orElseGet(current::unit);
        addClassNames("wrap", "campaigns");

        name.setMaxLength(LONGEST_TITLE);
        name.setRequiredIndicatorVisible(true);
        texts.setItems(query -> finder.matching(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        texts.setItemLabelGenerator(text -> text.number() + " · " + text.shortTitle());
        texts.setHelperText(getTranslation("study.campaigns.textsHint"));
        texts.setRequiredIndicatorVisible(true);
        prepare(opens, desk.today());
        opens.setMax(desk.today());
        prepare(due, desk.today().plusDays(USUAL_DAYS));
        problem.addClassName("problems");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);

        var lead = new Paragraph(getTranslation("study.campaigns.lead"));
        lead.addClassName("sub");
        var heading = new H1(getTranslation("study.campaigns.title"));
        add(heading, lead, form(), existing);
        showExisting();
    }

    private void prepare(DayPicker picker, LocalDate value) {
        picker.setValue(value);
        picker.setRequiredIndicatorVisible(true);
    }

    private Component form() {
        var open = new NativeButton(getTranslation("study.campaigns.open"), click -> confirm());
        open.addClassNames("btn", "main");
        var fields = new Div(name, texts, opens, due);
        fields.addClassName("fields");
        var audience = new Paragraph(getTranslation("study.campaigns.audience", unit.name()));
        audience.addClassName("eyebrow");
        var form = new Section(new H2(getTranslation("study.campaigns.open")), audience, fields, problem, open);
        form.addClassNames("card", "campaign-form");
        return form;
    }

    private void confirm() {
        boolean good = !name.getValue().isBlank()
                && !texts.getValue().isEmpty()
                && opens.getValue() != null
                && due.getValue() != null
                && !opens.isInvalid()
                && !due.getValue().isBefore(opens.getValue());
        problem.setVisible(!good);
        if (!good) {
            problem.setText(getTranslation("study.campaigns.missing"));
            return;
        }
        var dialog = new ConfirmDialog(
                getTranslation("study.campaigns.confirm.title"),
                getTranslation(
                        "study.campaigns.confirm.text",
                        name.getValue(),
                        Formats.number(texts.getValue().size(), getLocale()),
                        Formats.date(due.getValue())),
                getTranslation("study.campaigns.confirm.yes"),
                e -> open());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("study.campaigns.confirm.no"));
        dialog.open();
    }

    private void open() {
        campaigns.open(new Campaigns.Plan(
                name.getValue().strip(),
                unit.id(),
                opens.getValue(),
                due.getValue(),
                texts.getValue().stream().collect(Collectors.toMap(Resolution::id, text -> Depth.IN_DEPTH))));
        Notification.show(getTranslation("study.campaigns.opened", name.getValue()));
        name.clear();
        texts.clear();
        showExisting();
    }

    private void showExisting() {
        List<Campaign> known = campaigns.concerning(unit.id());
        existing.removeAll();
        if (known.isEmpty()) {
            existing.add(new EmptyState(
                    getTranslation("study.campaigns.empty.title"), getTranslation("study.campaigns.empty.text")));
            return;
        }
        var rows = new Div();
        rows.addClassName("card");
        known.forEach(campaign -> rows.add(row(campaign)));
        existing.add(new H2(getTranslation("study.campaigns.existing")), rows);
    }

    private Component row(Campaign campaign) {
        String numbers = campaign.texts().stream()
                .flatMap(id -> library.resolution(id).stream())
                .map(Resolution::number)
                .collect(Collectors.joining(", "));
        var details = new Paragraph(getTranslation(
                        "study.campaigns.dates", Formats.date(campaign.opensOn()), Formats.date(campaign.dueOn()))
                + " · " + numbers);
        details.addClassName("small");
        var follow = new Anchor("/theo-doi?dot=" + campaign.id().value(), getTranslation("study.campaigns.follow"));
        follow.addClassName("btn");
        follow.setAriaLabel(getTranslation("study.campaigns.follow") + ": " + campaign.title());
        var row = new Div(new Div(new Paragraph(campaign.title()), details), follow);
        row.addClassNames("row", "plain");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("study.campaigns.title");
    }
}
