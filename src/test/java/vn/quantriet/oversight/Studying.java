package vn.quantriet.oversight;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.ObligationStepped;
import vn.quantriet.study.Step;

/** Takes members one step further, as the study module does: the row and the event in one transaction. */
@Transactional
class Studying {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Studying(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Something breaks after the step was recorded, so that nothing of it may stay. */
    static class PowerCut extends RuntimeException {}

    public void step(CampaignId campaign, ResolutionId text, MemberId member, Step to) {
        var key = Map.of("campaign", campaign.value(), "text", text.value(), "member", member.value());
        var row = jdbc.sql("""
                        select unit_id, step from obligation
                         where campaign_id = :campaign and resolution_id = :text and member_id = :member""").params(key).query().singleRow();
        jdbc.sql("""
                        update obligation set step = :step
                         where campaign_id = :campaign and resolution_id = :text and member_id = :member""").params(key).param("step", to.name()).update();
        events.publishEvent(new ObligationStepped(
                campaign,
                text,
                new UnitId((Long) value(row, "unit_id")),
                Step.valueOf((String) value(row, "step")),
                to));
    }

    public void stepInVain(CampaignId campaign, ResolutionId text, MemberId member, Step to) {
        step(campaign, text, member, to);
        throw new PowerCut();
    }

    private static Object value(Map<String, ?> row, String column) {
        return Optional.<Object>ofNullable(row.get(column)).orElseThrow();
    }
}
