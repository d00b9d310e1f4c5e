package vn.quantriet.study;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberNotFound;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.study.ledger.Entry;
import vn.quantriet.study.ledger.LedgerCheck;
import vn.quantriet.study.ledger.StudyLedger;

/**
 * What a member has studied, as of any day, derived from the ledger alone: nothing that was written beside it counts. Told to the member,
 * and to secretaries of the member's unit and of those above it.
 */
@Service
public class StudyHistory {
    private final StudyLedger ledger;
    private final LedgerCheck check;
    private final MemberDirectory members;
    private final CurrentMember current;
    private final Clock clock;

    StudyHistory(StudyLedger ledger, LedgerCheck check, MemberDirectory members, CurrentMember current, Clock clock) {
        this.ledger = ledger;
        this.check = check;
        this.members = members;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Everything up to the end of a day.
     *
     * @param texts what was done last first
     * @param entries how many entries of the ledger tell of it
     */
    public record History(MemberProfile member, LocalDate asOf, List<TextStudied> texts, int entries) {
        public History {
            texts = List.copyOf(texts);
        }

        public long completed() {
            return texts.stream().filter(text -> text.completedAt().isPresent()).count();
        }

        public int readClauses() {
            return texts.stream().mapToInt(text -> text.readClauses().size()).sum();
        }

        public int attempts() {
            return texts.stream().mapToInt(TextStudied::attempts).sum();
        }
    }

    /**
     * What was done with one text.
     *
     * @param readClauses those that were read, in whichever version
     * @param attempts at its quiz
     * @param passed the score with which it was passed first, such as {@code 9/12}
     * @param evidence the entries that say so, the first one first
     */
    public record TextStudied(
            ResolutionId text,
            Set<ClauseId> readClauses,
            int attempts,
            Optional<String> passed,
            Optional<Instant> completedAt,
            List<Entry> evidence) {

        public Instant last() {
            return evidence.getLast().at();
        }
    }

    /**
     * Of the acting member, or another one. Whoever may not see it is refused in the same words whether there is such a member or not.
     *
     * @throws AccessDeniedException
     */
    public History of(MemberId member, LocalDate asOf) {
        return history(visible(member), asOf);
    }

    /** Whether the chain of entries fits from its beginning to its end, as it is today. */
    public boolean isIntact(MemberId member) {
        return check.of(visible(member).id()).isEmpty();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private MemberProfile visible(MemberId member) {
        if (member.equals(current.id())) {
            return current.profile();
        }
        try {
            MemberProfile profile = members.get(member);
            current.requireRoleIn(Role.SECRETARY, profile.unit());
            return profile;
        } catch (MemberNotFound e) {
            throw new AccessDeniedException("not a member whose study may be seen", e);
        }
    }

    private History history(MemberProfile member, LocalDate asOf) {
        Instant end = asOf.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        List<Entry> entries = ledger.entries(member.id(), end);
        return new History(member, asOf, texts(entries), entries.size());
    }

    /** What entries tell, text by text, what was done last first. */
    public static List<TextStudied> texts(List<Entry> entries) {
        Map<ResolutionId, List<Entry>> byText = new LinkedHashMap<>();
        entries.forEach(entry ->
                byText.computeIfAbsent(entry.text(), text -> new ArrayList<>()).add(entry));
        return byText.entrySet().stream()
                .map(text -> studied(text.getKey(), text.getValue()))
                .sorted(Comparator.comparing(TextStudied::last).reversed())
                .toList();
    }

    private static TextStudied studied(ResolutionId text, List<Entry> entries) {
        Set<ClauseId> read = new HashSet<>();
        int attempts = 0;
        Optional<String> passed = Optional.empty();
        Optional<Instant> completed = Optional.empty();
        for (Entry entry : entries) {
            switch (entry.act()) {
                case CLAUSE_READ -> entry.clause().ifPresent(read::add);
                case QUIZ_FAILED -> attempts++;
                case QUIZ_PASSED -> {
                    attempts++;
                    passed = passed.or(() -> Optional.of(entry.detail()));
                }
                case TEXT_COMPLETED -> completed = completed.or(() -> Optional.of(entry.at()));
            }
        }
        return new TextStudied(text, Set.copyOf(read), attempts, passed, completed, List.copyOf(entries));
    }
}
