package vn.quantriet.search;

/** Keeps the index in step with what modules know. What was put is found once the current transaction has committed. */
public interface SearchIndex {

    void put(Passage passage);

    void remove(String key);
}
