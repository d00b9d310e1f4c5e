package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;

/** What one member owes in one campaign: one text. The unit is where the member is counted: where they belong today. */
@Entity
@Table(name = "obligation")
class Obligation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "campaign_id")
    private long campaign;

    @Column(name = "resolution_id")
    private String text;

    @Column(name = "member_id")
    private long member;

    @Column(name = "unit_id")
    private long unit;

    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private Step step;

    /** Whoever steps while a transfer moves the obligation to another unit would be counted in the unit that was left. */
    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Obligation() {}

    MemberText key() {
        return new MemberText(member, text);
    }

    ResolutionId text() {
        return new ResolutionId(text);
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Step step() {
        return step;
    }

    /** Goes on to {@code next}; going back or staying is no step. */
    Optional<ObligationStepped> stepTo(Step next) {
        if (next.compareTo(step) <= 0) {
            return Optional.empty();
        }
        var stepped = new ObligationStepped(new CampaignId(campaign), text(), new UnitId(unit), step, next);
        step = next;
        return Optional.of(stepped);
    }
}
