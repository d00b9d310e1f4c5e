package vn.quantriet.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.ObligationStepped;
import vn.quantriet.study.Step;

class CompletionRollupTest extends OversightTest {

    @Autowired
    CompletionCheck check;

    @Autowired
    PlatformTransactionManager transactions;

    /** What one member owes, as the test remembers it. */
    private record Owed(MemberId member, ResolutionId text) {}

    @Test
    void ratesOverFourLevelsEqualACountByHandBeforeAndAfterFolding() {
        long seed = System.nanoTime();
        System.out.println("ratesOverFourLevelsEqualACountByHand: seed " + seed);
        var random = new Random(seed);
        Map<MemberId, Unit> homes = populate(random);
        var campaign = open(units.get(new UnitId(1)), TEXT, OTHER_TEXT);
        Map<Owed, Step> steps = new HashMap<>();
        for (MemberId member : homes.keySet()) {
            steps.put(new Owed(member, TEXT), Step.NOT_STARTED);
            steps.put(new Owed(member, OTHER_TEXT), Step.NOT_STARTED);
        }
        var owed = new ArrayList<>(steps.keySet());
        // Steps at the very end, so that something is left to fold whatever the seed.
        var late = owed.removeLast();

        for (int round = 0; round < 400; round++) {
            var one = owed.get(random.nextInt(owed.size()));
            var next = Step.values()[
                    Math.min(steps.getOrDefault(one, Step.NOT_STARTED).ordinal() + 1 + random.nextInt(2), 2)];
            if (random.nextInt(10) == 0) {
                assertThatThrownBy(() -> studying.stepInVain(campaign, one.text(), one.member(), next))
                        .isInstanceOf(Studying.PowerCut.class);
            } else {
                studying.step(campaign, one.text(), one.member(), next);
                steps.put(one, next);
            }
            if (random.nextInt(40) == 0) {
                rollup.fold();
            }
        }
        studying.step(campaign, late.text(), late.member(), Step.COMPLETED);
        steps.put(late, Step.COMPLETED);

        assertThat(unfolded()).isPositive();
        assertThat(everyCompletion(campaign)).isEqualTo(countedByHand(homes, steps));
        assertThat(check.verify()).isEmpty();
        rollup.fold();
        assertThat(unfolded()).isZero();
        assertThat(everyCompletion(campaign)).isEqualTo(countedByHand(homes, steps));
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void foldingAgainChangesNothing() {
        var cell = smallTree();
        var done = members.join(cell, "Nguyễn Thu Hà");
        members.join(cell, "Trần Văn Bình");
        var campaign = open(units.get(new UnitId(1)), TEXT);
        complete(campaign, done);

        // One for opening the unit's count, two for the member's steps.
        assertThat(rollup.fold()).isEqualTo(3);
        var once = everyCompletion(campaign);
        assertThat(rollup.fold()).isZero();

        assertThat(everyCompletion(campaign)).isEqualTo(once);
        assertThat(once.get(TEXT)).containsEntry(cell.id(), new Completion(cell.id(), 2, 0, 1));
    }

    @Test
    void foldLeavesTheWorkToWhoeverFoldsAlready() throws Exception {
        var cell = smallTree();
        var done = members.join(cell, "Nguyễn Thu Hà");
        var campaign = open(units.get(new UnitId(1)), TEXT);
        complete(campaign, done);
        var first = new TransactionTemplate(transactions);

        Optional<Integer> second = Optional.ofNullable(first.execute(open -> {
            assertThat(rollup.fold()).isEqualTo(3);
            return CompletableFuture.supplyAsync(rollup::fold).join();
        }));

        assertThat(second).contains(0);
        assertThat(everyCompletion(campaign).get(TEXT))
                .containsEntry(new UnitId(1), new Completion(new UnitId(1), 1, 0, 1));
    }

    @Test
    void manyFoldsDuringManyStepsCountEachStepOnce() throws Exception {
        var cell = smallTree();
        List<MemberId> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(members.join(cell, "Đảng viên " + i));
        }
        var campaign = open(units.get(new UnitId(1)), TEXT);
        try (var threads = Executors.newFixedThreadPool(7)) {
            List<Future<?>> work = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                var mine = all.subList(part * 40, part * 40 + 40).toArray(MemberId[]::new);
                work.add(threads.submit(() -> complete(campaign, mine)));
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        rollup.fold();
                        assertThat(everyCompletion(campaign).get(TEXT))
                                .hasEntrySatisfying(
                                        new UnitId(1),
                                        whole -> assertThat(whole.owed()).isEqualTo(120));
                    }
                }));
            }
            // While members step and others fold, there is never anything to mend.
            work.add(threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    assertThat(check.mend()).isZero();
                }
            }));
            for (var one : work) {
                one.get(60, TimeUnit.SECONDS);
            }
        }

        rollup.fold();

        assertThat(unfolded()).isZero();
        assertThat(everyCompletion(campaign).get(TEXT))
                .containsEntry(new UnitId(1), new Completion(new UnitId(1), 120, 0, 120))
                .containsEntry(cell.id(), new Completion(cell.id(), 120, 0, 120));
        assertThat(check.verify()).isEmpty();
    }

    @Test
    void nonMembersAreNotCounted() {
        var cell = smallTree();
        members.join(cell, "Nguyễn Thu Hà");
        members.joinAsNonMember(cell, "Lê Văn Quần");

        var campaign = open(units.get(new UnitId(1)), TEXT);

        assertThat(everyCompletion(campaign).get(TEXT)).containsEntry(cell.id(), new Completion(cell.id(), 1, 0, 0));
    }

    @Test
    void wrongRollupIsFoundAndMended() {
        var cell = smallTree();
        members.join(cell, "Nguyễn Thu Hà");
        var done = members.join(cell, "Trần Văn Bình");
        var campaign = open(units.get(new UnitId(1)), TEXT);
        rollup.fold();
        complete(campaign, done);
        jdbc.sql("update completion_rollup set owed = 9, completed = 7 where unit_id = 1")
                .update();
        jdbc.sql("delete from completion_rollup where unit_id = :cell")
                .param("cell", cell.id().value())
                .update();

        assertThat(check.verify())
                .containsExactlyInAnyOrder(
                        new Delta(campaign, TEXT, new UnitId(1), new Tally(-7, 0, -7)),
                        new Delta(campaign, TEXT, cell.id(), new Tally(2, 0, 0)));
        assertThat(check.mend()).isEqualTo(2);

        assertThat(check.verify()).isEmpty();
        assertThat(everyCompletion(campaign).get(TEXT))
                .containsEntry(new UnitId(1), new Completion(new UnitId(1), 2, 0, 1))
                .containsEntry(cell.id(), new Completion(cell.id(), 2, 0, 1));
        assertThat(check.mend()).isZero();
    }

    @Test
    void stepOutsideATransactionIsRefused() {
        var event = new ObligationStepped(new CampaignId(1), TEXT, new UnitId(1), Step.NOT_STARTED, Step.STUDYING);

        assertThatThrownBy(() -> rollup.on(event)).isInstanceOf(IllegalTransactionStateException.class);
    }

    /** A root, and a cell three levels below. */
    private Unit smallTree() {
        var root = units.root("Đảng bộ tỉnh (mẫu)");
        var upper = units.below(root, "Đảng bộ Khối cơ quan");
        return units.below(units.below(upper, "Đảng bộ Sở Y tế"), "Chi bộ Văn phòng Sở");
    }

    /** Four levels of units with 1 to 4 units below each, and members at every level. */
    private Map<MemberId, Unit> populate(Random random) {
        Map<MemberId, Unit> homes = new HashMap<>();
        List<Unit> level = List.of(units.root("Đảng bộ tỉnh (mẫu)"));
        for (int depth = 0; depth < 4; depth++) {
            List<Unit> next = new ArrayList<>();
            for (Unit unit : level) {
                for (int i = random.nextInt(4); i >= 0 && depth < 3; i--) {
                    next.add(units.below(unit, "Đơn vị"));
                }
                for (int i = random.nextInt(depth == 3 ? 8 : 2); i > 0; i--) {
                    homes.put(members.join(unit, "Đảng viên"), unit);
                }
            }
            level = next.isEmpty() ? level : next;
        }
        homes.put(members.join(level.getFirst(), "Đảng viên"), level.getFirst());
        return homes;
    }

    private Map<ResolutionId, Map<UnitId, Completion>> countedByHand(Map<MemberId, Unit> homes, Map<Owed, Step> steps) {
        Map<ResolutionId, Map<UnitId, Completion>> counted = new HashMap<>();
        for (ResolutionId text : List.of(TEXT, OTHER_TEXT)) {
            Map<UnitId, Completion> ofText = new HashMap<>();
            for (Unit unit : units.all()) {
                int owed = 0;
                int studying = 0;
                int completed = 0;
                for (var home : homes.entrySet()) {
                    if (home.getValue().path().startsWith(unit.path())) {
                        owed++;
                        Step step = steps.get(new Owed(home.getKey(), text));
                        studying += step == Step.STUDYING ? 1 : 0;
                        completed += step == Step.COMPLETED ? 1 : 0;
                    }
                }
                if (owed > 0) {
                    ofText.put(unit.id(), new Completion(unit.id(), owed, studying, completed));
                }
            }
            counted.put(text, ofText);
        }
        return counted;
    }

    private Map<ResolutionId, Map<UnitId, Completion>> everyCompletion(CampaignId campaign) {
        return rollup.completions(campaign, units.all().stream().map(Unit::id).toList());
    }

    private long unfolded() {
        return jdbc.sql("select count(*) from completion_delta")
                .query(Long.class)
                .single();
    }
}
