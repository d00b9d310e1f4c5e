package vn.quantriet.content;

import java.util.List;
import java.util.Set;

/**
 * A question with its answer key. Never sent to a browser as it is: the key would go with it.
 *
 * <p>{@code prompt} and {@code explanation} are sanitised HTML; {@code cites} names at least one clause of the same text.
 */
public sealed interface Question {

    int number();

    String prompt();

    String explanation();

    List<ClauseId> cites();

    /** Exactly one option is right; true/false questions are of this kind with two options. */
    record OneAnswer(
            int number,
            String prompt,
            List<String> options,
            int right,
            boolean trueFalse,
            String explanation,
            List<ClauseId> cites)
            implements Question {
        public OneAnswer {
            options = List.copyOf(options);
            cites = List.copyOf(cites);
        }
    }

    /** Every right option must be chosen and no other; {@code right} holds indexes into {@code options}. */
    record SeveralAnswers(
            int number,
            String prompt,
            List<String> options,
            Set<Integer> right,
            String explanation,
            List<ClauseId> cites)
            implements Question {
        public SeveralAnswers {
            options = List.copyOf(options);
            right = Set.copyOf(right);
            cites = List.copyOf(cites);
        }
    }

    /** {@code items} stand in the right order and must be shuffled before they are shown. */
    record Ordering(int number, String prompt, List<String> items, String explanation, List<ClauseId> cites)
            implements Question {
        public Ordering {
            items = List.copyOf(items);
            cites = List.copyOf(cites);
        }
    }

    /** Typed answer, right when it equals one of {@code accepted} but for case, spacing and Unicode form. */
    record ShortText(int number, String prompt, List<String> accepted, String explanation, List<ClauseId> cites)
            implements Question {
        public ShortText {
            accepted = List.copyOf(accepted);
            cites = List.copyOf(cites);
        }
    }
}
