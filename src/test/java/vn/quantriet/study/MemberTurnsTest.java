package vn.quantriet.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.portal.People;
import vn.quantriet.portal.PortalTest;
import vn.quantriet.study.Reading.Beat;
import vn.quantriet.study.ledger.LedgerCheck;

@PortalTest
class MemberTurnsTest {
    private static final ResolutionId TEXT = new ResolutionId("66-nq-tw");
    private static final int AT_ONCE = 8;

    @Autowired
    Reading reading;

    @Autowired
    QuizTaking quizTaking;

    @Autowired
    LedgerCheck ledger;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    /** Runs all deeds at the same moment as one member, and hands their failures on. */
    private void atOnce(MemberId member, List<Callable<?>> deeds) throws Exception {
        var ready = new CyclicBarrier(deeds.size());
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            List<? extends Future<?>> running = deeds.stream()
                    .map(deed -> threads.submit(() -> {
                        ready.await();
                        return people.as(member, deed);
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    @Test
    void firstContactFromManyWindowsAtOnceSucceedsInAll() throws Exception {
        MemberId member = people.newcomer();
        var clause = new ClauseId("i.1");

        atOnce(
                member,
                IntStream.range(0, AT_ONCE)
                        .<Callable<?>>mapToObj(window -> () -> reading.beat(
                                TEXT, new Beat("window" + window, List.of(clause), Optional.of(clause), true)))
                        .toList());

        assertThat(jdbc.sql("select count(*) from study_record where member_id = ?")
                        .param(member.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void quizSubmittedTwiceAtOnceIsJudgedOnce() throws Exception {
        MemberId member = people.newcomer();
        long attempt =
                people.as(member, () -> quizTaking.sit(TEXT)).orElseThrow().attempt();
        Callable<String> submit = () -> {
            try {
                quizTaking.submit(attempt);
                return "judged";
            } catch (QuizClosed e) {
                return "closed";
            }
        };

        atOnce(member, List.of(submit, submit, submit));

        assertThat(jdbc.sql("select kind from ledger_entry where member_id = ?")
                        .param(member.value())
                        .query(String.class)
                        .list())
                .containsExactly("QUIZ_FAILED");
        assertThat(ledger.of(member)).isEmpty();
    }
}
