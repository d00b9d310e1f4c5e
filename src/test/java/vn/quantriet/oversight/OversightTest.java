package vn.quantriet.oversight;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.study.CampaignId;

/** Starts every test with an empty database and no units. Today is 23/11/2026. */
@SpringBootTest(
        classes = Portal.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = World.DATABASE)
abstract class OversightTest {
    static final ResolutionId TEXT = new ResolutionId("57-nq-tw");
    static final ResolutionId OTHER_TEXT = new ResolutionId("68-nq-tw");
    static final LocalDate OPENS = World.OPENS;
    static final LocalDate DUE = World.DUE;

    @Autowired
    SampleUnits units;

    @Autowired
    SampleMembers members;

    @Autowired
    ActingMember acting;

    @Autowired
    Studying studying;

    @Autowired
    CompletionRollup rollup;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    World world;

    @BeforeEach
    void empty() {
        world.clear();
    }

    CampaignId open(Unit audience, ResolutionId... texts) {
        return world.open(audience, "Đợt học quý IV/2026", World.OPENS, World.DUE, texts);
    }

    CampaignId open(Unit audience, String title, LocalDate opensOn, LocalDate dueOn, ResolutionId... texts) {
        return world.open(audience, title, opensOn, dueOn, texts);
    }

    void complete(CampaignId campaign, MemberId... done) {
        world.complete(campaign, TEXT, done);
    }
}
