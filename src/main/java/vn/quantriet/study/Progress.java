package vn.quantriet.study;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Resolution;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.study.ledger.Act;
import vn.quantriet.study.ledger.Deed;
import vn.quantriet.study.ledger.Turn;

/**
 * Moves a member on with a text: from first evidence to completion. The rule: every clause that has words of its own was read as
 * it stands now, and the quiz was passed where there is one. To be called in the member's turn.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Progress {

    private final StudyRecords records;
    private final ClauseReadings readings;
    private final Obligations obligations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Progress(
            StudyRecords records,
            ClauseReadings readings,
            Obligations obligations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.readings = readings;
        this.obligations = obligations;
        this.events = events;
        this.clock = clock;
    }

    /** The member's record of the text, begun when there is none. */
    public StudyRecord begin(MemberId member, Resolution text) {
        var key = MemberText.of(member, text.id());
        return records.findById(key).orElseGet(() -> records.save(new StudyRecord(key, clock.instant())));
    }

    /**
     * Counts what was read, completes the text when nothing is missing any more, and brings what the member owes into line,
     * also where a campaign was opened while they studied.
     */
    public void review(Turn turn, Holding holding, StudyRecord record) {
        MemberId member = turn.member();
        Resolution text = holding.resolution();
        var counted =
                new ReadClauses(text, readings.of(member.value(), text.id().value()));
        boolean completed = record.completedAt().isPresent();
        // Once completed, a text stays so; yet clauses that have since come to say something else are to be read again.
        if (!completed || record.readClauses() != counted.count()) {
            record.countRead(counted.count(), clock.instant());
        }
        if (!completed) {
            if (counted.areAll() && (holding.quiz().isEmpty() || record.quizPassed())) {
                record.complete(clock.instant());
                turn.append(Deed.by(member, Act.TEXT_COMPLETED, text.id(), Optional.empty(), text.hash(), ""));
            }
        }
        for (Obligation obligation : obligations.of(member.value(), text.id().value())) {
            obligation.stepTo(record.step()).ifPresent(events::publishEvent);
        }
    }
}
