package vn.quantriet.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.Campaign;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Step;

@SuppressWarnings("NullAway.Init")
class OversightDeskTest extends OversightTest {

    @Autowired
    OversightDesk desk;

    private Unit root;
    private Unit offices;
    private Unit health;
    private Unit healthCell;
    private Unit wards;
    private MemberId ha;
    private MemberId binh;
    private MemberId lan;
    private MemberId minh;

    @BeforeEach
    void populate() {
        root = units.root("Đảng bộ tỉnh (mẫu)");
        offices = units.below(root, "Đảng bộ Khối cơ quan");
        health = units.below(offices, "Đảng bộ Sở Y tế");
        healthCell = units.below(health, "Chi bộ Văn phòng Sở");
        wards = units.below(root, "Đảng bộ phường Hòa Bình (mẫu)");
        ha = members.join(healthCell, "Nguyễn Thu Hà");
        binh = members.join(healthCell, "Trần Văn Bình");
        lan = members.join(offices, "Lê Thị Lan");
        minh = members.join(wards, "Phạm Quang Minh");
    }

    @Test
    void secretarySeesTheirHighestUnitAndTheNewestCampaignThatHasBegun() {
        open(root, "Đợt học quý III/2026", LocalDate.of(2026, 7, 1), LocalDate.of(2027, 6, 30), TEXT);
        open(root, "Đợt học quý IV/2026", OPENS, DUE, OTHER_TEXT, TEXT);
        open(root, "Đợt học quý I/2027", LocalDate.of(2027, 1, 5), LocalDate.of(2027, 3, 1), TEXT);
        acting.becomeSecretaryOf(offices);

        var overview = desk.overview(Focus.OPEN);

        assertThat(overview.unit()).isEqualTo(offices);
        assertThat(overview.crumbs()).containsExactly(offices);
        assertThat(overview.campaigns())
                .extracting(Campaign::title)
                .containsExactly("Đợt học quý I/2027", "Đợt học quý IV/2026", "Đợt học quý III/2026");
        assertThat(overview.rollout()).hasValueSatisfying(rollout -> {
            assertThat(rollout.campaign().title()).isEqualTo("Đợt học quý IV/2026");
            assertThat(rollout.text().number()).isEqualTo("57-NQ/TW");
            assertThat(rollout.asOf()).isEqualTo(LocalDateTime.of(2026, 11, 23, 14, 5));
        });
    }

    @Test
    void unitsBelowAndThoseDirectlyInTheUnitAddUpToTheWhole() {
        var campaign = open(root, TEXT);
        complete(campaign, ha, lan);
        studying.step(campaign, TEXT, binh, Step.STUDYING);

        var rollout = desk.overview(focus(offices)).rollout().orElseThrow();

        assertThat(rollout.total()).isEqualTo(new Completion(offices.id(), 3, 1, 2));
        assertThat(rollout.units())
                .containsExactly(
                        new Rollout.UnitRow(health, 1, new Completion(health.id(), 2, 1, 1), Timeliness.ON_TRACK));
        assertThat(rollout.direct()).contains(new Completion(offices.id(), 1, 0, 1));
    }

    @Test
    void crumbsEndAboveAtWhatTheSecretaryAnswersFor() {
        open(root, TEXT);
        acting.becomeSecretaryOf(offices);

        assertThat(desk.overview(focus(healthCell)).crumbs()).containsExactly(offices, health, healthCell);
    }

    @Test
    void everyTextOfTheCampaignIsShownForTheUnit() {
        var campaign = open(root, TEXT, OTHER_TEXT);
        complete(campaign, ha);

        var texts = desk.overview(focus(healthCell)).rollout().orElseThrow().texts();

        assertThat(texts)
                .extracting(row -> row.text().id(), Rollout.TextRow::completion)
                .containsExactly(
                        tuple(TEXT, new Completion(healthCell.id(), 2, 0, 1)),
                        tuple(OTHER_TEXT, new Completion(healthCell.id(), 2, 0, 0)));
    }

    @Test
    void unitOfAnotherBranchAndUnknownUnitAreRefusedInTheSameWords() {
        var campaign = open(root, TEXT);
        acting.becomeSecretaryOf(offices);

        for (UnitId unit : Set.of(wards.id(), root.id(), new UnitId(4711))) {
            assertThatThrownBy(
                            () -> desk.overview(new Focus(Optional.of(unit), Optional.of(campaign), Optional.of(TEXT))))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("refused");
            assertThatThrownBy(() -> desk.missing(campaign, TEXT, unit, OversightDesk.MISSING, 1))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("refused");
        }
    }

    @Test
    void whoIsSecretaryOfNothingIsRefused() {
        open(root, TEXT);
        acting.becomeOrdinary();

        assertThatThrownBy(() -> desk.overview(Focus.OPEN)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void campaignOfAnotherBranchAndUnknownTextAreRefused() {
        var foreign = open(wards, TEXT);
        acting.becomeSecretaryOf(offices);

        assertThatThrownBy(() -> desk.overview(new Focus(Optional.empty(), Optional.of(foreign), Optional.empty())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        desk.overview(new Focus(Optional.empty(), Optional.of(new CampaignId(4711)), Optional.empty())))
                .isInstanceOf(AccessDeniedException.class);
        var own = open(offices, TEXT);
        assertThatThrownBy(() -> desk.overview(
                        new Focus(Optional.empty(), Optional.of(own), Optional.of(new ResolutionId("99-nq-tw")))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void withoutAnyCampaignThereIsNothingRolledOut() {
        acting.becomeSecretaryOf(root);

        assertThat(desk.overview(Focus.OPEN).rollout()).isEmpty();
    }

    @Test
    void unitThatOwesNothingSaysSo() {
        var campaign = open(offices, TEXT);
        acting.becomeSecretaryOf(root);

        var rollout = desk.overview(new Focus(Optional.of(wards.id()), Optional.of(campaign), Optional.empty()))
                .rollout()
                .orElseThrow();

        assertThat(rollout.total()).isEqualTo(new Completion(wards.id(), 0, 0, 0));
        assertThat(rollout.timeliness()).isEqualTo(Timeliness.NOTHING_OWED);
    }

    @Test
    void missingAreListedByPageAndFilteredByStep() {
        for (int i = 0; i < 110; i++) {
            members.join(health, "Đảng viên " + i);
        }
        var campaign = open(root, TEXT);
        complete(campaign, ha);
        studying.step(campaign, TEXT, binh, Step.STUDYING);

        var first = desk.missing(campaign, TEXT, offices.id(), OversightDesk.MISSING, 1);
        var beyond = desk.missing(campaign, TEXT, offices.id(), OversightDesk.MISSING, 99);
        var begun = desk.missing(campaign, TEXT, offices.id(), Set.of(Step.STUDYING), 1);

        // 110 in the department, Bình in its cell, Lan in the committee; Minh is in another branch.
        assertThat(first.total()).isEqualTo(112);
        assertThat(first.members()).hasSize(50);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(beyond.number()).isEqualTo(3);
        assertThat(beyond.first()).isEqualTo(101);
        assertThat(beyond.last()).isEqualTo(112);
        assertThat(begun.members())
                .extracting(
                        member -> member.profile().fullName(),
                        member -> member.unit().name())
                .containsExactly(tuple("Trần Văn Bình", "Chi bộ Văn phòng Sở"));
        assertThat(first.members()).noneMatch(member -> member.profile().id().equals(minh));
    }

    private Focus focus(Unit unit) {
        return new Focus(Optional.of(unit.id()), Optional.empty(), Optional.empty());
    }
}
