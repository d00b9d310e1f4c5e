package vn.quantriet.study;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Quiz;
import vn.quantriet.content.Resolution;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.study.ledger.Act;
import vn.quantriet.study.ledger.Deed;
import vn.quantriet.study.ledger.StudyLedger;

/** Writes made-up evidence for members of the sample organisation, in the same tables and chains as real evidence. */
@Component
class SampleHistory {
    private static final int FLUSH_EVERY = 40;
    private static final int MINUTES_PER_CLAUSE = 1;

    private final EntityManager entities;
    private final StudyLedger ledger;
    private final Clock clock;
    private final Map<MemberId, List<StudyLedger.Past>> deeds = new HashMap<>();
    private int written;

    SampleHistory(EntityManager entities, StudyLedger ledger, Clock clock) {
        this.entities = entities;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param part of the text that was read, 0 to 1; with all of it the quiz was passed and the text completed
     * @param daysAgo when it was
     */
    void write(MemberId member, Holding holding, double part, int daysAgo) {
        Resolution text = holding.resolution();
        List<Clause> clauses = text.readableClauses();
        List<Clause> read = clauses.subList(0, (int) (clauses.size() * part));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(daysAgo + 1L));
        var record = new StudyRecord(MemberText.of(member, text.id()), at);
        for (Clause clause : read) {
            at = at.plus(Duration.ofMinutes(MINUTES_PER_CLAUSE));
            var key = new MemberClause(
                    member.value(), text.id().value(), clause.id().value());
            var reading = new ClauseReading(key, clause);
            reading.credit(clause, Pace.needed(clause), at);
            entities.persist(reading);
            append(member, Act.CLAUSE_READ, text, Optional.of(clause.id()), clause.hash(), "", at);
            record.stopAt(clause.id(), at);
        }
        record.countRead(read.size(), at);
        if (read.size() == clauses.size()) {
            complete(member, holding, record, at.plus(Duration.ofMinutes(MINUTES_PER_CLAUSE)));
        }
        entities.persist(record);
        if (++written % FLUSH_EVERY == 0) {
            entities.flush();
            entities.clear();
        }
    }

    private void complete(MemberId member, Holding holding, StudyRecord record, Instant at) {
        Resolution text = holding.resolution();
        holding.quiz().ifPresent(quiz -> {
            record.passQuiz(at);
            String score = rightEnough(quiz) + "/" + quiz.draw();
            append(member, Act.QUIZ_PASSED, text, Optional.empty(), quiz.hash(), score, at);
        });
        record.complete(at);
        append(member, Act.TEXT_COMPLETED, text, Optional.empty(), text.hash(), "", at);
    }

    private static int rightEnough(Quiz quiz) {
        return Math.ceilDiv(quiz.draw() * quiz.passPercent(), 100);
    }

    private void append(
            MemberId member,
            Act act,
            Resolution text,
            Optional<ClauseId> clause,
            String hash,
            String detail,
            Instant at) {
        deeds.computeIfAbsent(member, id -> new ArrayList<>())
                .add(new StudyLedger.Past(Deed.by(member, act, text.id(), clause, hash, detail), at));
    }

    /** Writes the chains of the ledger; nothing may be added afterwards. */
    void close() {
        entities.flush();
        entities.clear();
        deeds.forEach(ledger::begin);
        deeds.clear();
    }
}
