package vn.quantriet.study;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.UnitId;

@Entity
@Table(name = "campaign")
class CampaignEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String title;

    @Column(name = "unit_id")
    private long unit;

    private LocalDate opensOn;
    private LocalDate dueOn;

    private @Nullable Long createdBy;

    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "campaign_text", joinColumns = @JoinColumn(name = "campaign_id"))
    @MapKeyColumn(name = "resolution_id")
    @Column(name = "depth")
    @Enumerated(EnumType.STRING)
    private Map<String, Depth> texts = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected CampaignEntity() {}

    @SuppressWarnings("NullAway.Init")
    CampaignEntity(
            String title,
            UnitId unit,
            LocalDate opensOn,
            LocalDate dueOn,
            Map<ResolutionId, Depth> texts,
            @Nullable MemberId createdBy,
            Instant createdAt) {
        this.title = title;
        this.unit = unit.value();
        this.opensOn = opensOn;
        this.dueOn = dueOn;
        texts.forEach((text, depth) -> this.texts.put(text.value(), depth));
        this.createdBy = createdBy == null ? null : createdBy.value();
        this.createdAt = createdAt;
    }

    CampaignId id() {
        return new CampaignId(id);
    }

    Campaign toCampaign() {
        return new Campaign(
                id(),
                title,
                new UnitId(unit),
                opensOn,
                dueOn,
                texts.keySet().stream().sorted().map(ResolutionId::new).toList());
    }
}
