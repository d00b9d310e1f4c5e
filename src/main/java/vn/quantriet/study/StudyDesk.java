package vn.quantriet.study;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;

/** What the acting member owes, has begun and has done. */
@Service
@Transactional(readOnly = true)
public class StudyDesk {

    private final Library library;
    private final CurrentMember current;
    private final Obligations obligations;
    private final StudyRecords records;
    private final Clock clock;

    StudyDesk(Library library, CurrentMember current, Obligations obligations, StudyRecords records, Clock clock) {
        this.library = library;
        this.current = current;
        this.obligations = obligations;
        this.records = records;
        this.clock = clock;
    }

    /**
     * One text on a member's desk.
     *
     * @param due the earliest day by which it is owed; absent when it is studied unasked
     * @param position the clause where the member stopped
     */
    public record Task(
            Resolution text,
            boolean hasQuiz,
            Optional<LocalDate> due,
            int readClauses,
            int readableClauses,
            boolean quizPassed,
            Optional<ClauseId> position,
            Optional<Instant> completedAt) {

        public boolean isCompleted() {
            return completedAt.isPresent();
        }

        public boolean isBegun() {
            return readClauses > 0 || position.isPresent() || quizPassed;
        }

        public boolean isLate(LocalDate today) {
            return !isCompleted() && due.map(today::isAfter).orElse(false);
        }

        /** Share of what the text asks: each clause counts one, the quiz as much as a tenth of the clauses. */
        public int percent() {
            if (isCompleted()) {
                return 100;
            }
            int quizWeight = hasQuiz ? Math.max(1, readableClauses / 10) : 0;
            int done = Math.min(readClauses, readableClauses) + (quizPassed ? quizWeight : 0);
            return Math.min(99, done * 100 / Math.max(1, readableClauses + quizWeight));
        }
    }

    /** Everything owed or begun: what is open first, by due day; then what is done, latest first. */
    public List<Task> tasks() {
        long member = current.id().value();
        Map<ResolutionId, LocalDate> due = new LinkedHashMap<>();
        obligations.of(member).forEach(o -> due.merge(o.text(), o.dueOn(), (a, b) -> a.isBefore(b) ? a : b));
        Map<ResolutionId, StudyRecord> begun = new HashMap<>();
        records.of(member).forEach(r -> {
            begun.put(r.text(), r);
            // Having looked into a text is not yet a task.
            if (r.readClauses() > 0 || r.quizPassed()) {
                due.putIfAbsent(r.text(), LocalDate.MAX);
            }
        });
        return due.entrySet().stream()
                .flatMap(owed -> library.listing(owed.getKey()).stream()
                        .map(listing -> task(
                                listing.resolution(),
                                listing.hasQuiz(),
                                owed.getValue(),
                                Optional.ofNullable(begun.get(owed.getKey())))))
                .sorted(Comparator.comparing(Task::isCompleted)
                        .thenComparing(t -> t.due().orElse(LocalDate.MAX))
                        .thenComparing(t -> t.text().number()))
                .toList();
    }

    /** The member's task on one text, also when it is neither owed nor begun. */
    public Task task(Holding holding) {
        var text = holding.resolution().id();
        long member = current.id().value();
        LocalDate due = obligations.of(member, text.value()).stream()
                .map(Obligation::dueOn)
                .findFirst()
                .orElse(LocalDate.MAX);
        return task(
                holding.resolution(),
                holding.quiz().isPresent(),
                due,
                records.findById(MemberText.of(current.id(), text)));
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Task task(Resolution text, boolean hasQuiz, LocalDate due, Optional<StudyRecord> record) {
        return new Task(
                text,
                hasQuiz,
                due.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(due),
                record.map(StudyRecord::readClauses).orElse(0),
                text.readableClauses().size(),
                record.map(StudyRecord::quizPassed).orElse(false),
                record.flatMap(StudyRecord::position).filter(p -> text.clause(p).isPresent()),
                record.flatMap(StudyRecord::completedAt));
    }
}
