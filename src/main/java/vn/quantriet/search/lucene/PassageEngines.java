package vn.quantriet.search.lucene;

import java.util.function.Function;

/** Whatever answers questions at present. */
public interface PassageEngines {

    /**
     * Asks a question.
     *
     * @param question may be asked again, of another engine, when one fails in the middle; it must not keep the engine
     */
    <T> T ask(Function<PassageEngine, T> question);

    /** Whether passages may still be missing from an answer. */
    boolean building();
}
