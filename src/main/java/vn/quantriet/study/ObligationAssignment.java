package vn.quantriet.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.organisation.OrganisationChanged;

/**
 * Writes who owes what, in the database alone: an audience may be a whole province. Who is asked and where they are counted is
 * read from the tables of the organisation, because while an import is going on only they know.
 *
 * <p>Nobody is ever let off here: whoever leaves the audience or the party keeps what they owe, until there is waiving.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ObligationAssignment {

    /** Who has studied a text before it was asked for need not do so again. */
    private static final String ASSIGN = """
            insert into obligation (campaign_id, resolution_id, member_id, unit_id, due_on, step)
            select c.id, t.resolution_id, m.id, m.unit_id, c.due_on,
                   case when r.member_id is null then 'NOT_STARTED'
                        when r.completed_at is null then 'STUDYING'
                        else 'COMPLETED' end
              from campaign c
              join campaign_text t on t.campaign_id = c.id
              join unit a on a.id = c.unit_id
              join unit u on u.path like a.path || '%'
              join member m on m.unit_id = u.id and m.party_member
              left join study_record r on r.member_id = m.id and r.resolution_id = t.resolution_id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ObligationAssignment(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Every party member of the audience owes every text of the campaign, which nobody did yet. */
    public void assign(CampaignId campaign) {
        jdbc.sql(ASSIGN + " where c.id = :campaign")
                .param("campaign", campaign.value())
                .update();
    }

    /**
     * Counts members who were transferred in their new unit, in past campaigns too, and asks party members who came into the
     * audience of a campaign before its due day was over.
     */
    @EventListener
    public void on(OrganisationChanged event) {
        var today = LocalDate.now(clock);
        List<CampaignId> concerned = event.unitsChanged() > 0 ? all() : openOrWithTransferred(today);
        if (concerned.isEmpty()) {
            return;
        }
        if (event.membersChanged() > 0) {
            jdbc.sql("""
                            update obligation
                               set unit_id = (select m.unit_id from member m where m.id = obligation.member_id),
                                   version = version + 1
                             where exists (select 1 from member m
                                            where m.id = obligation.member_id and m.unit_id <> obligation.unit_id)""").update();
        }
        // Also when only units have moved: that brings members into the audience as well.
        jdbc.sql(ASSIGN + """
                         where c.due_on >= :today
                           and not exists (select 1 from obligation o
                                            where o.member_id = m.id and o.campaign_id = c.id
                                              and o.resolution_id = t.resolution_id)""").param("today", today).update();
        events.publishEvent(new AudienceChanged(concerned));
    }

    private List<CampaignId> all() {
        return jdbc.sql("select id from campaign order by id")
                .query((row, n) -> new CampaignId(row.getLong("id")))
                .list();
    }

    private List<CampaignId> openOrWithTransferred(LocalDate today) {
        return jdbc.sql("""
                        select c.id from campaign c
                         where c.due_on >= :today
                            or exists (select 1 from obligation o join member m on m.id = o.member_id
                                        where o.campaign_id = c.id and m.unit_id <> o.unit_id)
                         order by c.id""")
                .param("today", today)
                .query((row, n) -> new CampaignId(row.getLong("id")))
                .list();
    }
}
