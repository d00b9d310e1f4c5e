package vn.quantriet.oversight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Campaigns;
import vn.quantriet.study.Depth;
import vn.quantriet.study.Step;

/** What a test lets exist and happen. Today is 23/11/2026. */
public class World {
    public static final String DATABASE =
            "spring.datasource.url=jdbc:h2:mem:oversight;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    public static final LocalDate OPENS = LocalDate.of(2026, 11, 14);
    public static final LocalDate DUE = LocalDate.of(2026, 12, 3);

    private final SampleUnits units;
    private final SampleMembers members;
    private final ActingMember acting;
    private final Campaigns campaigns;
    private final Studying studying;
    private final JdbcClient jdbc;

    World(
            SampleUnits units,
            SampleMembers members,
            ActingMember acting,
            Campaigns campaigns,
            Studying studying,
            JdbcClient jdbc) {
        this.units = units;
        this.members = members;
        this.acting = acting;
        this.campaigns = campaigns;
        this.studying = studying;
        this.jdbc = jdbc;
    }

    public void clear() {
        for (String table : List.of(
                "completion_delta",
                "completion_rollup",
                "completion_check",
                "obligation",
                "study_record",
                "campaign_text",
                "campaign")) {
            jdbc.sql("delete from " + table).update();
        }
        members.clear();
        units.clear();
        acting.becomeOrdinary();
    }

    public Unit root(String name) {
        return units.root(name);
    }

    public Unit below(Unit parent, String name) {
        return units.below(parent, name);
    }

    public MemberId join(Unit unit, String name) {
        return members.join(unit, name);
    }

    public void actAsSecretaryOf(Unit unit) {
        acting.becomeSecretaryOf(unit);
    }

    /** Opens a campaign as secretary of its audience, and stays that secretary. */
    public CampaignId open(Unit audience, String title, LocalDate opensOn, LocalDate dueOn, ResolutionId... texts) {
        acting.becomeSecretaryOf(audience);
        Map<ResolutionId, Depth> depths =
                Arrays.stream(texts).collect(Collectors.toMap(text -> text, text -> Depth.IN_DEPTH));
        return campaigns.open(new Campaigns.Plan(title, audience.id(), opensOn, dueOn, depths));
    }

    public void step(CampaignId campaign, ResolutionId text, MemberId member, Step to) {
        studying.step(campaign, text, member, to);
    }

    public void complete(CampaignId campaign, ResolutionId text, MemberId... done) {
        for (MemberId member : done) {
            step(campaign, text, member, Step.STUDYING);
            step(campaign, text, member, Step.COMPLETED);
        }
    }
}
