package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Library;
import vn.quantriet.content.Question;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.oversight.Completion;
import vn.quantriet.oversight.Focus;
import vn.quantriet.oversight.OversightDesk;
import vn.quantriet.oversight.Rollout;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.Reading.Beat;
import vn.quantriet.study.Reading.Standing;

/** From a member's reading to the rate that each secretary is told: cell, upper committee, province. */
@PortalTest
@SuppressWarnings("NullAway.Init")
class RatesByHandTest {
    private static final ResolutionId TEXT = new ResolutionId("05-ct-tw");
    private static final ResolutionId OTHER_TEXT = new ResolutionId("19-nq-tw");
    private static final int MOST_VISIBLE = 40;

    @Autowired
    Campaigns campaigns;

    @Autowired
    OversightDesk desk;

    @Autowired
    Reading reading;

    @Autowired
    QuizTaking quizTaking;

    @Autowired
    Library library;

    @Autowired
    UnitTree units;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private CampaignId campaign;

    @BeforeEach
    void open() {
        var today = LocalDate.now(clock);
        var plan = new Campaigns.Plan(
                "Đợt học thử",
                unit("TINH").id(),
                today,
                today.plusDays(20),
                Map.of(TEXT, Depth.IN_DEPTH, OTHER_TEXT, Depth.IN_DEPTH));
        campaign = people.as("tam", () -> campaigns.open(plan));
    }

    @Test
    void ratesToldToEachSecretaryEqualACountByHand() {
        var cellBefore = told("binh", "KCQ-SKH-01", TEXT);
        var committeeBefore = told("lan", "KCQ", TEXT);
        var provinceBefore = told("tam", "TINH", TEXT);

        complete(someoneIn("KCQ-SKH-01"));
        complete(someoneIn("KCQ-SKH-01"));
        complete(someoneIn("KCQ-STC-01"));
        complete(someoneIn("CAT-PHC-01"));
        readAll(someoneIn("KCQ-SKH-01"));
        begin(someoneIn("PHB-HB1-01"));

        assertGrown(cellBefore, told("binh", "KCQ-SKH-01", TEXT), 1, 2);
        assertGrown(committeeBefore, told("lan", "KCQ", TEXT), 1, 3);
        assertGrown(provinceBefore, told("tam", "TINH", TEXT), 2, 4);
        for (CampaignId each : List.of(campaign, sampleCampaign())) {
            assertThat(assertCountedByHand("binh", unit("KCQ-SKH-01"), each)).isEqualTo(1);
            assertThat(assertCountedByHand("lan", unit("KCQ"), each)).isGreaterThan(5);
            assertThat(assertCountedByHand("tam", unit("TINH"), each)).isGreaterThan(50);
        }
    }

    @Test
    void unitOutsideIsRefusedByTheServiceAndByTheExport() throws Exception {
        for (String outside : List.of("KCQ-SKH-02", "KCQ", "TINH", "CAT-PHC-01")) {
            var focus = new Focus(Optional.of(unit(outside).id()), Optional.of(campaign), Optional.of(TEXT));
            assertThatThrownBy(() -> people.as("binh", () -> desk.overview(focus)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> people.as(
                            "binh",
                            () -> desk.missing(campaign, TEXT, unit(outside).id(), OversightDesk.MISSING, 1)))
                    .isInstanceOf(AccessDeniedException.class);
            web.perform(export("binh", unit(outside).id())).andExpect(status().isForbidden());
        }
        web.perform(export("ha", unit("KCQ-SKH-01").id())).andExpect(status().isForbidden());
        web.perform(export("binh", new UnitId(4_711_000))).andExpect(status().isForbidden());
        web.perform(export("binh", unit("KCQ-SKH-01").id())).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder export(String username, UnitId unit) {
        return get("/api/theo-doi/danh-sach.xlsx")
                .queryParam("don-vi", String.valueOf(unit.value()))
                .queryParam("dot", String.valueOf(campaign.value()))
                .queryParam("vb", TEXT.value())
                .with(authentication(people.signIn(people.id(username))));
    }

    /** @return how many units the secretary can look at, each of which was compared for each text of the campaign */
    private int assertCountedByHand(String secretary, Unit top, CampaignId of) {
        List<Unit> below = units.all().stream().filter(u -> u.isWithin(top)).toList();
        for (Unit unit : below) {
            Rollout rollout = rollout(secretary, unit, of, Optional.empty());
            for (Rollout.TextRow row : rollout.texts()) {
                ResolutionId text = row.text().id();
                assertThat(row.completion()).isEqualTo(byHand(unit, of, text));
                assertThat(row.completion().rate(Locale.forLanguageTag("vi")))
                        .isEqualTo(byHand(unit, of, text).rate(Locale.forLanguageTag("vi")));
                for (Rollout.UnitRow child :
                        rollout(secretary, unit, of, Optional.of(text)).units()) {
                    assertThat(child.completion()).isEqualTo(byHand(child.unit(), of, text));
                }
            }
        }
        return below.size();
    }

    /** Counted member by member from what was studied, not from the steps that the portal derives. */
    private Completion byHand(Unit unit, CampaignId of, ResolutionId text) {
        List<Step> steps = jdbc.sql("""
                        select r.member_id, r.completed_at
                          from obligation o
                          join member m on m.id = o.member_id
                          join unit u on u.id = m.unit_id
                          left join study_record r on r.member_id = m.id and r.resolution_id = o.resolution_id
                         where o.campaign_id = ? and o.resolution_id = ? and u.path like ?""")
                .params(of.value(), text.value(), unit.path() + "%")
                .query((row, n) -> row.getObject("member_id") == null
                        ? Step.NOT_STARTED
                        : row.getObject("completed_at") == null ? Step.STUDYING : Step.COMPLETED)
                .list();
        return new Completion(
                unit.id(),
                steps.size(),
                steps.stream().filter(step -> step == Step.STUDYING).count(),
                steps.stream().filter(step -> step == Step.COMPLETED).count());
    }

    private Completion told(String secretary, String code, ResolutionId text) {
        return rollout(secretary, unit(code), campaign, Optional.of(text)).total();
    }

    private Rollout rollout(String secretary, Unit unit, CampaignId of, Optional<ResolutionId> text) {
        var focus = new Focus(Optional.of(unit.id()), Optional.of(of), text);
        return people.as(secretary, () -> desk.overview(focus)).rollout().orElseThrow();
    }

    private static void assertGrown(Completion before, Completion after, long studying, long completed) {
        assertThat(after)
                .isEqualTo(new Completion(
                        before.unit(), before.owed(), before.studying() + studying, before.completed() + completed));
    }

    private void complete(MemberId member) {
        readAll(member);
        var quiz = library.get(TEXT).quiz().orElseThrow();
        var sitting = people.as(member, () -> quizTaking.sit(TEXT)).orElseThrow();
        for (var asked : sitting.questions()) {
            people.as(member, () -> {
                quizTaking.answer(sitting.attempt(), asked.number(), rightAnswer(quiz.question(asked.number())));
                return true;
            });
        }
        assertThat(people.as(member, () -> quizTaking.submit(sitting.attempt())).passed())
                .isTrue();
    }

    private static String rightAnswer(Question question) {
        return switch (question) {
            case Question.OneAnswer one -> String.valueOf(one.right());
            case Question.SeveralAnswers several ->
                several.right().stream().map(String::valueOf).collect(Collectors.joining(","));
            case Question.Ordering order ->
                IntStream.range(0, order.items().size())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","));
            case Question.ShortText text -> text.accepted().getFirst();
        };
    }

    private void begin(MemberId member) {
        beat(member, UUID.randomUUID().toString(), readable().subList(0, 1));
    }

    /** Reads with as many clauses in view as a screen can show, one heartbeat every ten seconds. */
    private void readAll(MemberId member) {
        String window = UUID.randomUUID().toString();
        var clauses = readable();
        for (int from = 0; from < clauses.size(); from += MOST_VISIBLE) {
            int to = Math.min(from + MOST_VISIBLE, clauses.size());
            var visible = clauses.subList(from, to);
            Standing standing = beat(member, window, visible);
            for (int beats = 0; standing.read() < to && beats < 200; beats++) {
                clock.advance(Duration.ofSeconds(10));
                standing = beat(member, window, visible);
            }
            assertThat(standing.read()).isEqualTo(to);
        }
    }

    private Standing beat(MemberId member, String window, List<ClauseId> visible) {
        var beat = new Beat(window, new ArrayList<>(visible), Optional.of(visible.getFirst()), true);
        return people.as(member, () -> reading.beat(TEXT, beat));
    }

    private List<ClauseId> readable() {
        return library.get(TEXT).resolution().readableClauses().stream()
                .map(Clause::id)
                .toList();
    }

    /** A party member directly in the unit who has no account and has studied nothing of the campaign. */
    private MemberId someoneIn(String code) {
        return new MemberId(jdbc.sql("""
                        select m.id from member m join unit u on u.id = m.unit_id
                         where u.code = ? and m.party_member
                           and not exists (select 1 from account a where a.member_id = m.id)
                           and not exists (select 1 from study_record r
                                            where r.member_id = m.id and r.resolution_id in (?, ?))
                         order by m.id desc limit 1""")
                .params(code, TEXT.value(), OTHER_TEXT.value())
                .query(Long.class)
                .single());
    }

    private CampaignId sampleCampaign() {
        return new CampaignId(
                jdbc.sql("select min(id) from campaign").query(Long.class).single());
    }

    private Unit unit(String code) {
        return units.all().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
