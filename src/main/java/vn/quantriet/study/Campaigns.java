package vn.quantriet.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;

/** Opens study campaigns and says which there are. */
@Service
@Transactional
public class Campaigns {
    private static final int LONGEST_TITLE = 200;

    private final CampaignRows campaigns;
    private final ObligationAssignment assignment;
    private final UnitTree units;
    private final Library library;
    private final CurrentMember current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(
            CampaignRows campaigns,
            ObligationAssignment assignment,
            UnitTree units,
            Library library,
            CurrentMember current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.assignment = assignment;
        this.units = units;
        this.library = library;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a campaign is to be.
     *
     * @throws IllegalArgumentException when the title is empty or longer than 200 characters, no text is named, or the campaign
     *     would end before it begins
     */
    public record Plan(
            String title, UnitId audience, LocalDate opensOn, LocalDate dueOn, Map<ResolutionId, Depth> texts) {
        public Plan {
            texts = Map.copyOf(texts);
            if (title.isBlank() || title.length() > LONGEST_TITLE) {
                throw new IllegalArgumentException("expected a title of 1 to 200 characters, got " + title.length());
            }
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("expected at least one text, got none");
            }
            if (dueOn.isBefore(opensOn)) {
                throw new IllegalArgumentException("expected a due day on or after " + opensOn + ", got " + dueOn);
            }
        }
    }

    /**
     * Opens a campaign in the name of the member who is acting, who must be secretary of the audience.
     *
     * @throws vn.quantriet.content.ResolutionNotFound when a text is not in the library
     */
    public CampaignId open(Plan plan) {
        current.requireRoleIn(Role.SECRETARY, plan.audience());
        return open(plan, Optional.of(current.id()));
    }

    /** Opens a campaign in nobody's name, for the sample organisation. */
    CampaignId openAsSystem(Plan plan) {
        return open(plan, Optional.empty());
    }

    private CampaignId open(Plan plan, Optional<MemberId> by) {
        for (var text : plan.texts().keySet()) {
            if (library.resolution(text).isEmpty()) {
                throw new ResolutionNotFound(text);
            }
        }
        var campaign = campaigns.saveAndFlush(new CampaignEntity(
                plan.title(),
                plan.audience(),
                plan.opensOn(),
                plan.dueOn(),
                plan.texts(),
                by.orElse(null),
                clock.instant()));
        assignment.assign(campaign.id());
        events.publishEvent(
                new CampaignOpened(campaign.id(), List.copyOf(plan.texts().keySet())));
        return campaign.id();
    }

    /**
     * Campaigns that concern {@code unit}: asked for by it, by its superiors, or by a unit below it; last due first.
     *
     * @throws AccessDeniedException unless the member who is acting is secretary of the unit
     */
    @Transactional(readOnly = true)
    public List<Campaign> concerning(UnitId unit) {
        current.requireRoleIn(Role.SECRETARY, unit);
        Unit here = units.get(unit);
        var concerned = units.all().stream()
                .filter(u -> u.isWithin(here) || here.isWithin(u))
                .map(u -> u.id().value())
                .toList();
        return campaigns.forUnits(concerned).stream()
                .map(CampaignEntity::toCampaign)
                .toList();
    }

    /** The campaign, when it concerns a unit that the acting member is secretary of. */
    @Transactional(readOnly = true)
    public Optional<Campaign> find(CampaignId id) {
        return campaigns.findById(id.value()).map(CampaignEntity::toCampaign).filter(this::concernsMyUnits);
    }

    private boolean concernsMyUnits(Campaign campaign) {
        Unit audience = units.get(campaign.audience());
        return current.unitsAs(Role.SECRETARY).stream()
                .anyMatch(mine -> mine.isWithin(audience) || audience.isWithin(mine));
    }
}
