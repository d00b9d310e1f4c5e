package vn.quantriet.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How the texts of the library stand to each other today, read both ways. Safe for use by many threads. */
public interface Relations {

    /** A text that the library does not hold is as if in force: nothing says otherwise. */
    Validity validity(ResolutionId id);

    /** What {@code id} says of others in the order of its file, then what others say of it, newest first. */
    List<Tie> of(ResolutionId id);

    /**
     * One relation, seen from a text.
     *
     * @param outgoing whether this text declares it; if not, {@code other} does
     * @param text the other text, when the library holds it
     * @param since the first day on which it holds, when the text that declares it is in the library
     * @param until the first day on which it holds no longer
     * @param holds whether it does today
     */
    record Tie(
            Resolution.Relation.Type type,
            boolean outgoing,
            ResolutionId other,
            Optional<Resolution> text,
            Optional<LocalDate> since,
            Optional<LocalDate> until,
            boolean holds) {

        /** As people name the other text: by its number, or by its id when that is all there is. */
        public String name() {
            return text.map(Resolution::number).orElse(other.value());
        }
    }
}
