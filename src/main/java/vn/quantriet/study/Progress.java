package vn.quantriet.study;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.Resolution;
import vn.quantriet.organisation.MemberId;

/**
 * Moves a member on with a text: from first evidence to completion. The rule: every clause that has words of its own was read,
 * and the quiz was passed where there is one.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Progress {

    private final StudyRecords records;
    private final Obligations obligations;
    private final StudyLedger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Progress(
            StudyRecords records,
            Obligations obligations,
            StudyLedger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.obligations = obligations;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** The member's record of the text, begun when there is none; whoever owes it is then studying. */
    public StudyRecord begin(MemberId member, Resolution text) {
        var key = MemberText.of(member, text.id());
        return records.findById(key).orElseGet(() -> {
            step(member, text, Step.STUDYING);
            return records.save(new StudyRecord(key, clock.instant()));
        });
    }

    /** Completes the text when nothing is missing any more. */
    public void completeIfDone(MemberId member, Resolution text, boolean hasQuiz, StudyRecord record) {
        boolean allRead = record.readClauses() >= text.readableClauses().size();
        if (record.completedAt().isPresent() || !allRead || (hasQuiz && !record.quizPassed())) {
            return;
        }
        record.complete(clock.instant());
        ledger.append(StudyLedger.Deed.by(
                member, LedgerEntry.Kind.TEXT_COMPLETED, text.id(), Optional.empty(), text.hash(), ""));
        step(member, text, Step.COMPLETED);
    }

    private void step(MemberId member, Resolution text, Step next) {
        for (Obligation obligation : obligations.of(member.value(), text.id().value())) {
            obligation.stepTo(next).ifPresent(events::publishEvent);
        }
    }
}
