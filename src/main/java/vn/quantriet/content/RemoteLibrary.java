package vn.quantriet.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the library in step with a Git repository elsewhere, when one is set: what is published here goes there, what changes
 * there comes in through the same checks as a change of files. Neither reading nor publishing ever waits for it.
 */
public interface RemoteLibrary {

    State state();

    /** Tries now rather than at the next turn. Returns at once. */
    void tryNow();

    /**
     * Decides what holds where a text was changed differently here and there. Taken into account at once, and only as long as just
     * these words stand against each other.
     *
     * @param conflict as it was shown
     * @throws org.springframework.security.access.AccessDeniedException when the acting member is no reporter and no administrator
     */
    void settle(TextConflict conflict, Side holds);

    /** Where a wording comes from. */
    enum Side {
        HERE,
        THERE
    }

    /** How things stand. */
    enum Phase {
        /** No repository is set. */
        OFF,
        /** Nothing has been tried yet since the start. */
        STARTING,
        IN_STEP,
        /** Nothing is sent: the library has only the samples that came with the program, and whatever came from there. */
        SAMPLES,
        /** Files that came from there are wrong; their last good version stays in service, and nothing is sent before they are mended. */
        HELD,
        /** Texts were changed differently here and there; what is here stays in service. */
        CONFLICT,
        UNREACHABLE,
        /** It does not let this portal in, or not write. */
        REFUSED,
        /** Its address is none that can be used. */
        UNUSABLE,
        /** Something went wrong in the portal itself; its log says what. It is tried again. */
        FAILED
    }

    /**
     * @param inStepAt when both were last the same
     * @param conflicts what needs a decision, in {@link Phase#CONFLICT}
     */
    record State(Phase phase, Optional<Instant> inStepAt, List<TextConflict> conflicts) {
        public State {
            conflicts = List.copyOf(conflicts);
        }

        /** Whether it will not get better by itself. */
        public boolean needsSomebody() {
            return switch (phase) {
                case OFF, STARTING, IN_STEP, SAMPLES, UNREACHABLE -> false;
                case HELD, CONFLICT, REFUSED, UNUSABLE, FAILED -> true;
            };
        }
    }

    /**
     * What was changed differently here and there in a text; {@link TextHistory.Conflict#mine} is what is here.
     *
     * @param there the commit from there
     */
    record TextConflict(ResolutionId text, String there, List<TextHistory.Conflict> parts) {
        public TextConflict {
            parts = List.copyOf(parts);
        }
    }
}
