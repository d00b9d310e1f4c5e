package vn.quantriet.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.study.Campaign;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Campaigns;
import vn.quantriet.study.Step;
import vn.quantriet.tables.XlsxTable;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/**
 * Writes the list of everyone below a unit who has not completed a text, as a spreadsheet to take away. Refuses, with an
 * {@link AccessDeniedException}, whoever is not secretary of the unit or of one above it.
 */
@Service
public class MissingListExport {
    private static final int MEMBERS_A_CHUNK = 1_000;

    private final CurrentMember current;
    private final UnitTree units;
    private final Campaigns campaigns;
    private final Library library;
    private final MissingMembers missing;
    private final Translations translations;
    private final Clock clock;

    MissingListExport(
            CurrentMember current,
            UnitTree units,
            Campaigns campaigns,
            Library library,
            MissingMembers missing,
            Translations translations,
            Clock clock) {
        this.current = current;
        this.units = units;
        this.campaigns = campaigns;
        this.library = library;
        this.missing = missing;
        this.translations = translations;
        this.clock = clock;
    }

    /** What is listed, in which language. */
    public record Order(UnitId unit, CampaignId campaign, ResolutionId text, Locale locale) {}

    /** Name of the file: unit, text and day, in letters that every system takes. */
    public String fileName(Order order) {
        Unit unit = unit(order);
        String code = unit.code().replaceAll("[^A-Za-z0-9.-]+", "-");
        return translations.getTranslation(
                        "oversight.export.file",
                        order.locale(),
                        code,
                        order.text().value(),
                        LocalDateTime.now(clock).toLocalDate().toString())
                + ".xlsx";
    }

    /**
     * Writes the list, reading 1 000 members at a time. Leaves {@code out} open. All is read as of one moment: with later moments for
     * later members, somebody who completes meanwhile would push another off the list.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Order order, OutputStream out) throws IOException {
        Unit unit = unit(order);
        Campaign campaign = campaigns
                .find(order.campaign())
                .filter(found -> found.texts().contains(order.text()))
                .orElseThrow(() -> new AccessDeniedException("no such campaign of the acting member's units"));
        try (var list = new XlsxTable(
                out, text(order, "oversight.export.sheet"), titles(order, unit, campaign), columns(order))) {
            writeMembers(order, list);
        }
    }

    private void writeMembers(Order order, XlsxTable list) throws IOException {
        int number = 0;
        List<MissingMember> members;
        do {
            members = missing.read(
                            order.campaign(),
                            order.text(),
                            order.unit(),
                            OversightDesk.MISSING,
                            number,
                            MEMBERS_A_CHUNK)
                    .members();
            for (MissingMember member : members) {
                number++;
                list.row(cells(order, number, member));
            }
        } while (members.size() == MEMBERS_A_CHUNK);
    }

    private List<String> titles(Order order, Unit unit, Campaign campaign) {
        var now = LocalDateTime.now(clock);
        return List.of(
                text(order, "oversight.export.title"),
                text(order, "oversight.export.unit", unit.name(), unit.code()),
                text(
                        order,
                        "oversight.export.campaign",
                        campaign.title(),
                        Formats.date(campaign.opensOn()),
                        Formats.date(campaign.dueOn())),
                text(order, "oversight.export.text", textName(order.text())),
                text(
                        order,
                        "oversight.export.as-of",
                        now.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                        Formats.date(now.toLocalDate())));
    }

    private Unit unit(Order order) {
        current.requireRoleIn(Role.SECRETARY, order.unit());
        return units.get(order.unit());
    }

    private String textName(ResolutionId text) {
        return library.resolution(text)
                .map(found -> found.number() + " – " + found.title())
                .orElse(text.value());
    }

    private List<XlsxTable.Column> columns(Order order) {
        return List.of(
                new XlsxTable.Column(text(order, "oversight.export.column-number"), 6),
                new XlsxTable.Column(text(order, "oversight.export.column-code"), 16),
                new XlsxTable.Column(text(order, "oversight.export.column-name"), 30),
                new XlsxTable.Column(text(order, "oversight.export.column-unit"), 42),
                new XlsxTable.Column(text(order, "oversight.export.column-post"), 28),
                new XlsxTable.Column(text(order, "oversight.export.column-step"), 16),
                new XlsxTable.Column(text(order, "oversight.export.column-read"), 18),
                new XlsxTable.Column(text(order, "oversight.export.column-quiz"), 14),
                new XlsxTable.Column(text(order, "oversight.export.column-due"), 14));
    }

    private List<XlsxTable.Cell> cells(Order order, int number, MissingMember member) {
        return List.of(
                new XlsxTable.Count(number),
                new XlsxTable.Text(member.profile().code()),
                new XlsxTable.Text(member.profile().fullName()),
                new XlsxTable.Text(member.unit().name()),
                new XlsxTable.Text(member.profile().post().orElse("")),
                new XlsxTable.Text(text(
                        order,
                        member.step() == Step.STUDYING ? "oversight.step.studying" : "oversight.step.not-started")),
                new XlsxTable.Count(member.readClauses()),
                new XlsxTable.Text(
                        text(order, member.quizPassed() ? "oversight.quiz.passed" : "oversight.quiz.not-passed")),
                new XlsxTable.Date(member.dueOn()));
    }

    private String text(Order order, String key, Object... arguments) {
        return translations.getTranslation(key, order.locale(), arguments);
    }
}
