package vn.quantriet.study.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.Library;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.study.StudyHistory;
import vn.quantriet.study.StudyHistory.History;
import vn.quantriet.ui.DayPicker;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/**
 * What a member has studied, as the ledger tells it, on any day: {@code qua-trinh-hoc} of oneself, {@code qua-trinh-hoc/<id>} of a member
 * for whom one is secretary, each with {@code ?ngay=2026-11-01}.
 */
@Route("qua-trinh-hoc")
@PermitAll
class StudyHistoryView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private static final String DAY = "ngay";

    private final transient StudyHistory histories;
    private final transient Library library;
    private final transient UnitTree units;
    private final transient CurrentMember current;
    private final transient Clock clock;
    private String title = "";

    StudyHistoryView(StudyHistory histories, Library library, UnitTree units, CurrentMember current, Clock clock) {
        this.histories = histories;
        this.library = library;
        this.units = units;
        this.current = current;
        this.clock = clock;
        addClassNames("wrap", "study-history");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String parameter) {
        removeAll();
        title = getTranslation("study.history.title");
        LocalDate asOf = day(event);
        try {
            MemberId member = parameter == null || parameter.isEmpty()
                    ? current.id()
                    : member(parameter).orElseThrow(() -> new AccessDeniedException("not a member's number"));
            show(histories.of(member, asOf));
        } catch (AccessDeniedException e) {
            add(EmptyState.page(
                    getTranslation("study.history.forbidden"), getTranslation("study.history.forbidden-lead")));
        }
    }

    private static Optional<MemberId> member(String parameter) {
        return parameter.matches("[1-9]\\d{0,17}")
                ? Optional.of(new MemberId(Long.parseLong(parameter)))
                : Optional.empty();
    }

    /** A day that cannot be read, or has not come yet, is taken as today. */
    private LocalDate day(BeforeEvent event) {
        LocalDate today = histories.today();
        try {
            return event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(DAY)
                    .map(LocalDate::parse)
                    .filter(day -> !day.isAfter(today))
                    .orElse(today);
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private void show(History history) {
        boolean mine = history.member().id().equals(current.id());
        if (!mine) {
            title = history.member().fullName();
        }
        var heading = new H1(title);
        String unit = units.get(history.member().unit()).name();
        var lead = new Paragraph(
                mine
                        ? getTranslation("study.history.lead")
                        : getTranslation(
                                "study.history.lead-other", history.member().code(), unit));
        lead.addClassName("sub");
        add(new Div(heading, lead), figures(history));
        if (history.texts().isEmpty()) {
            add(new EmptyState(
                    getTranslation("study.history.empty"),
                    getTranslation("study.history.empty-lead", Formats.date(history.asOf()))));
        } else {
            var list = new Div();
            list.addClassName("card");
            history.texts().forEach(text -> list.add(new TextEvidence(text, library, clock.getZone())));
            var section = new Section(new H2(getTranslation("study.history.texts")), list);
            section.addClassName("history-texts");
            add(section);
        }
        add(chain(history));
    }

    private Section figures(History history) {
        var day = new DayPicker(getTranslation("study.history.as-of"));
        day.setValue(history.asOf());
        day.setMax(histories.today());
        day.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                goTo(history, change.getValue());
            }
        });
        var list = new DescriptionList();
        figure(list, "study.history.completed", "study.history.completed-why", history.completed());
        figure(
                list,
                "study.history.begun",
                "study.history.begun-why",
                history.texts().size() - history.completed());
        figure(list, "study.history.read", "study.history.read-why", history.readClauses());
        figure(list, "study.history.attempts", "study.history.attempts-why", history.attempts());
        var card = new Section(day, list);
        card.addClassNames("card", "history-figures");
        return card;
    }

    private void goTo(History history, LocalDate day) {
        var parameters =
                day.equals(histories.today()) ? QueryParameters.empty() : QueryParameters.of(DAY, day.toString());
        String address = history.member().id().equals(current.id())
                ? "qua-trinh-hoc"
                : "qua-trinh-hoc/" + history.member().id().value();
        UI.getCurrent().navigate(address, parameters);
    }

    private void figure(DescriptionList list, String key, String whyKey, long value) {
        var why = new Span(getTranslation(whyKey));
        why.addClassName("small");
        var pair = new Div(
                new DescriptionList.Term(getTranslation(key)),
                new DescriptionList.Description(Formats.number(value, getLocale())),
                new DescriptionList.Description(why));
        list.getElement().appendChild(pair.getElement());
    }

    private Component chain(History history) {
        boolean intact = histories.isIntact(history.member().id());
        var words = new Paragraph(getTranslation(
                intact ? "study.history.intact" : "study.history.broken",
                Formats.number(history.entries(), getLocale()),
                Formats.date(history.asOf())));
        words.addClassNames("history-chain", intact ? "sound" : "broken");
        return words;
    }
}
