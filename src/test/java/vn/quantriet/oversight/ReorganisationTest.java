package vn.quantriet.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.OrganisationChanged;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.Step;

@SuppressWarnings("NullAway.Init")
class ReorganisationTest extends OversightTest {

    @Autowired
    CompletionCheck check;

    @Autowired
    OversightDesk desk;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private Unit root;
    private Unit offices;
    private Unit wards;
    private Unit cell;
    private MemberId ha;
    private MemberId binh;

    @BeforeEach
    void populate() {
        root = units.root("Đảng bộ tỉnh (mẫu)");
        offices = units.below(root, "Đảng bộ Khối cơ quan");
        wards = units.below(root, "Đảng bộ phường Hòa Bình (mẫu)");
        cell = units.below(offices, "Chi bộ Văn phòng Sở");
        ha = members.join(cell, "Nguyễn Thu Hà");
        binh = members.join(cell, "Trần Văn Bình");
    }

    @Test
    void movedUnitIsCountedAndListedUnderItsNewSuperiorAtOnce() {
        var campaign = open(root, TEXT);
        rollup.fold();
        complete(campaign, ha);

        reorganise(1, 0, () -> units.move(cell, wards));

        for (int round = 0; round < 2; round++) {
            assertCounted(campaign, root, 2, 0, 1);
            assertCounted(campaign, wards, 2, 0, 1);
            assertCounted(campaign, cell, 2, 0, 1);
            assertCounted(campaign, offices, 0, 0, 0);
            assertThat(listed(campaign, wards)).containsExactly(binh);
            assertThat(listed(campaign, offices)).isEmpty();
            rollup.fold();
        }
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void transferredMemberIsCountedAndListedInTheNewUnitWithTheStepReached() {
        var campaign = open(root, TEXT, OTHER_TEXT);
        rollup.fold();
        studying.step(campaign, TEXT, ha, Step.STUDYING);

        reorganise(0, 1, () -> members.transfer(ha, wards));
        studying.step(campaign, TEXT, binh, Step.COMPLETED);

        for (int round = 0; round < 2; round++) {
            assertCounted(campaign, root, 2, 1, 1);
            assertCounted(campaign, wards, 1, 1, 0);
            assertCounted(campaign, offices, 1, 0, 1);
            assertThat(listed(campaign, wards)).containsExactly(ha);
            rollup.fold();
        }
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void whoJoinsBeforeTheDueDayIsOverOwesWhatTheUnitWasAskedFor() {
        var open = open(offices, TEXT, OTHER_TEXT);
        var dueToday = open(root, "Hạn hôm nay", OPENS, LocalDate.of(2026, 11, 23), TEXT);
        var over = open(root, "Đã xong", OPENS, LocalDate.of(2026, 11, 22), TEXT);
        rollup.fold();
        var begun = new MemberId(3);
        jdbc.sql("""
                        insert into study_record (member_id, resolution_id, read_clauses, quiz_passed, updated_at)
                        values (?, ?, 1, false, timestamp with time zone '2026-11-20 08:00:00+07')""").params(begun.value(), TEXT.value()).update();

        reorganise(0, 3, () -> {
            assertThat(members.join(cell, "Vũ Đức Nam")).isEqualTo(begun);
            members.join(wards, "Đỗ Mai Anh");
            members.joinAsNonMember(cell, "Lê Văn Quần");
        });

        assertCounted(open, offices, 3, 1, 0);
        assertCounted(open, wards, 0, 0, 0);
        assertCounted(dueToday, root, 4, 1, 0);
        assertCounted(over, root, 2, 0, 0);
        assertThat(listed(open, offices)).containsExactly(ha, binh, begun);
        reorganise(0, 1, () -> {});
        assertCounted(dueToday, root, 4, 1, 0);
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void whoLeavesThePartyOrTheAudienceStillOwes() {
        var campaign = open(offices, TEXT);

        reorganise(0, 2, () -> {
            jdbc.sql("update member set party_member = false where id = ?")
                    .param(ha.value())
                    .update();
            members.transfer(binh, wards);
        });

        assertCounted(campaign, offices, 1, 0, 0);
        assertCounted(campaign, wards, 1, 0, 0);
    }

    @Test
    void undoneImportLeavesEverythingAsItWas() {
        var campaign = open(root, TEXT);
        rollup.fold();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("update member set unit_id = ?").param(wards.id().value()).update();
            events.publishEvent(new OrganisationChanged(0, 2));
            status.setRollbackOnly();
        });

        assertCounted(campaign, wards, 0, 0, 0);
        assertCounted(campaign, offices, 2, 0, 0);
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void obligationThatMissedItsStepIsMendedFromWhatWasStudied() {
        var campaign = open(root, TEXT);
        rollup.fold();
        jdbc.sql("""
                        insert into study_record (member_id, resolution_id, read_clauses, quiz_passed, completed_at, updated_at)
                        values (?, ?, 9, true, timestamp with time zone '2026-11-20 08:00:00+07',
                                timestamp with time zone '2026-11-20 08:00:00+07')""").params(ha.value(), TEXT.value()).update();
        assertCounted(campaign, root, 2, 0, 0);

        assertThat(check.mend()).isZero();

        assertCounted(campaign, root, 2, 0, 1);
        assertThat(listed(campaign, root)).containsExactly(binh);
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void pastCampaignIsLookedAtOnlyWhenSomethingWasCountedInIt() {
        var past = open(root, "Đã xong", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), TEXT);
        rollup.fold();
        assertThat(check.mend()).isZero();
        jdbc.sql("update completion_rollup set owed = 9 where unit_id = 1").update();
        assertThat(check.mend()).isZero();

        complete(past, ha);
        rollup.fold();

        assertThat(check.mend()).isEqualTo(1);
        assertCounted(past, root, 2, 0, 1);
    }

    private void reorganise(int unitsChanged, int membersChanged, Runnable change) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            change.run();
            events.publishEvent(new OrganisationChanged(unitsChanged, membersChanged));
        });
    }

    private void assertCounted(CampaignId campaign, Unit unit, long owed, long studying, long completed) {
        var counted = rollup.completions(campaign, List.of(unit.id()))
                .getOrDefault(TEXT, Map.of())
                .getOrDefault(unit.id(), new Completion(unit.id(), 0, 0, 0));
        assertThat(counted).isEqualTo(new Completion(new UnitId(unit.id().value()), owed, studying, completed));
    }

    private List<MemberId> listed(CampaignId campaign, Unit unit) {
        acting.becomeSecretaryOf(unit);
        return desk.missing(campaign, TEXT, unit.id(), OversightDesk.MISSING, 1).members().stream()
                .map(member -> member.profile().id())
                .toList();
    }
}
