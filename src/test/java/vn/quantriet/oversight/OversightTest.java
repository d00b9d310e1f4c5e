package vn.quantriet.oversight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Campaigns;
import vn.quantriet.study.Depth;
import vn.quantriet.study.Step;

/** Starts every test with an empty database and no units. Today is 23/11/2026. */
@SpringBootTest(
        classes = Portal.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.datasource.url=jdbc:h2:mem:oversight;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
abstract class OversightTest {
    static final ResolutionId TEXT = new ResolutionId("57-nq-tw");
    static final ResolutionId OTHER_TEXT = new ResolutionId("68-nq-tw");
    static final LocalDate OPENS = LocalDate.of(2026, 11, 14);
    static final LocalDate DUE = LocalDate.of(2026, 12, 3);

    @Autowired
    SampleUnits units;

    @Autowired
    SampleMembers members;

    @Autowired
    ActingMember acting;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Studying studying;

    @Autowired
    CompletionRollup rollup;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        for (String table : List.of(
                "completion_delta", "completion_rollup", "obligation", "study_record", "campaign_text", "campaign")) {
            jdbc.sql("delete from " + table).update();
        }
        units.clear();
        members.clear();
        acting.becomeOrdinary();
    }

    CampaignId open(Unit audience, ResolutionId... texts) {
        return open(audience, "Đợt học quý IV/2026", OPENS, DUE, texts);
    }

    /** Opens a campaign as secretary of its audience, and stays that secretary. */
    CampaignId open(Unit audience, String title, LocalDate opensOn, LocalDate dueOn, ResolutionId... texts) {
        acting.becomeSecretaryOf(audience);
        Map<ResolutionId, Depth> depths =
                Arrays.stream(texts).collect(Collectors.toMap(text -> text, text -> Depth.IN_DEPTH));
        return campaigns.open(new Campaigns.Plan(title, audience.id(), opensOn, dueOn, depths));
    }

    void complete(CampaignId campaign, MemberId... done) {
        for (MemberId member : done) {
            studying.step(campaign, TEXT, member, Step.STUDYING);
            studying.step(campaign, TEXT, member, Step.COMPLETED);
        }
    }
}
