package vn.quantriet.oversight;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.oversight.Rollout.TextName;
import vn.quantriet.oversight.Rollout.TextRow;
import vn.quantriet.oversight.Rollout.UnitRow;
import vn.quantriet.study.Campaign;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Campaigns;
import vn.quantriet.study.Step;

/**
 * Tells a secretary how far their units are. Every answer is refused with an {@link AccessDeniedException}, in the same way for
 * what is foreign and what does not exist, unless the acting member is secretary of the unit or of one above it.
 */
@Service
@Transactional(readOnly = true)
public class OversightDesk {

    /** The steps of a member who has not completed. */
    public static final Set<Step> MISSING = Set.of(Step.NOT_STARTED, Step.STUDYING);

    private final CurrentMember current;
    private final UnitTree units;
    private final Campaigns campaigns;
    private final Library library;
    private final CompletionRollup rollup;
    private final MissingMembers missing;
    private final Clock clock;

    OversightDesk(
            CurrentMember current,
            UnitTree units,
            Campaigns campaigns,
            Library library,
            CompletionRollup rollup,
            MissingMembers missing,
            Clock clock) {
        this.current = current;
        this.units = units;
        this.campaigns = campaigns;
        this.library = library;
        this.rollup = rollup;
        this.missing = missing;
        this.clock = clock;
    }

    /** What there is to see at {@code focus}. */
    public Overview overview(Focus focus) {
        Unit unit = unit(focus);
        var crumbs = units.lineage(unit.id()).stream()
                .filter(u -> current.hasRoleIn(Role.SECRETARY, u.id()))
                .toList();
        var concerning = campaigns.concerning(unit.id()).stream()
                .sorted(asksTheWhole(unit)
                        .thenComparing(Comparator.comparing(Campaign::opensOn)
                                .thenComparing(campaign -> campaign.id().value())
                                .reversed()))
                .toList();
        var rollout = campaign(focus, concerning).map(campaign -> rollout(unit, campaign, focus.text()));
        return new Overview(unit, crumbs, concerning, rollout);
    }

    /** A page of those below {@code unit} who are at one of {@code steps}; the last one when {@code page} is beyond it. */
    public MissingPage missing(CampaignId campaign, ResolutionId text, UnitId unit, Set<Step> steps, int page) {
        current.requireRoleIn(Role.SECRETARY, unit);
        int number = page;
        var chunk = read(campaign, text, unit, steps, number);
        int last = MissingPage.pages(chunk.total());
        if (number > last) {
            number = last;
            chunk = read(campaign, text, unit, steps, number);
        }
        int clauses = library.resolution(text)
                .map(found -> found.readableClauses().size())
                .orElse(0);
        return new MissingPage(chunk.members(), chunk.total(), number, clauses);
    }

    private MissingMembers.Chunk read(CampaignId campaign, ResolutionId text, UnitId unit, Set<Step> steps, int page) {
        return missing.read(campaign, text, unit, steps, (page - 1) * MissingPage.SIZE, MissingPage.SIZE);
    }

    private Unit unit(Focus focus) {
        UnitId wanted = focus.unit()
                .or(() -> current.topUnitAs(Role.SECRETARY).map(Unit::id))
                .orElseThrow(() -> new AccessDeniedException("secretary of no unit"));
        current.requireRoleIn(Role.SECRETARY, wanted);
        return units.get(wanted);
    }

    /** A campaign of one cell must not hide from its superiors the one that all of their units owe. */
    private Comparator<Campaign> asksTheWhole(Unit unit) {
        return Comparator.comparing(campaign -> !unit.isWithin(units.get(campaign.audience())));
    }

    /** Without a wish, the newest that has begun; a wish may be a campaign of another branch, in which this unit owes nothing. */
    private Optional<Campaign> campaign(Focus focus, List<Campaign> newestFirst) {
        if (focus.campaign().isPresent()) {
            return Optional.of(focus.campaign()
                    .flatMap(campaigns::find)
                    .orElseThrow(() -> new AccessDeniedException("no campaign of the acting member's units")));
        }
        var today = LocalDateTime.now(clock).toLocalDate();
        return newestFirst.stream()
                .filter(campaign -> !campaign.opensOn().isAfter(today))
                .findFirst()
                .or(() -> newestFirst.stream().findFirst());
    }

    private Rollout rollout(Unit unit, Campaign campaign, Optional<ResolutionId> wanted) {
        var asOf = LocalDateTime.now(clock);
        ResolutionId text = wanted.orElseGet(() -> campaign.texts().getFirst());
        if (!campaign.texts().contains(text)) {
            throw new AccessDeniedException("text is not in the campaign");
        }
        var children = units.children(unit.id());
        List<UnitId> places = new ArrayList<>(children.stream().map(Unit::id).toList());
        places.add(unit.id());
        var completions = rollup.completions(campaign.id(), places);
        var ofText = completions.getOrDefault(text, Map.of());
        Completion total = of(ofText, unit);
        var cells = cells(unit);
        var rows = children.stream()
                .map(child -> {
                    var completion = of(ofText, child);
                    var timeliness = Timeliness.of(completion, campaign, asOf.toLocalDate());
                    return new UnitRow(child, cells.getOrDefault(child.path(), 0), completion, timeliness);
                })
                .toList();
        var texts = campaign.texts().stream()
                .map(id -> {
                    var completion = of(completions.getOrDefault(id, Map.of()), unit);
                    return new TextRow(name(id), completion, Timeliness.of(completion, campaign, asOf.toLocalDate()));
                })
                .toList();
        return new Rollout(
                campaign,
                name(text),
                total,
                Timeliness.of(total, campaign, asOf.toLocalDate()),
                rows,
                direct(total, rows),
                texts,
                asOf);
    }

    private static Completion of(Map<UnitId, Completion> completions, Unit unit) {
        return completions.getOrDefault(unit.id(), Completion.of(unit.id(), Tally.ZERO));
    }

    /** What the units below do not account for. */
    private static Optional<Completion> direct(Completion total, List<UnitRow> below) {
        Tally rest = tally(total);
        for (UnitRow row : below) {
            rest = rest.minus(tally(row.completion()));
        }
        return below.isEmpty() || rest.isZero() ? Optional.empty() : Optional.of(Completion.of(total.unit(), rest));
    }

    private static Tally tally(Completion completion) {
        return new Tally(completion.owed(), completion.studying(), completion.completed());
    }

    /** How many cells there are in each unit directly below, by its path. */
    private Map<String, Integer> cells(Unit unit) {
        int above = unit.path().length();
        Map<String, Integer> cells = new HashMap<>();
        units.all().stream()
                .filter(u -> u.kind() == Unit.Kind.CELL && u.isWithin(unit) && !u.id().equals(unit.id()))
                .forEach(cell ->
                        cells.merge(cell.path().substring(0, cell.path().indexOf('/', above) + 1), 1, Integer::sum));
        return cells;
    }

    private TextName name(ResolutionId id) {
        return library.resolution(id)
                .map((Resolution text) -> new TextName(id, text.number(), text.shortTitle()))
                .orElseGet(() -> new TextName(id, id.value(), ""));
    }
}
