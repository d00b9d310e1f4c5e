package vn.quantriet.search;

/**
 * Learns what people ask for, without learning who they are: kept are texts, days and counts. Answers at once and never fails; may be
 * told the same thing again, since a member counts once a day for each text. Where nobody is acting, as when a session ends, it is
 * told in vain.
 */
public interface SearchUse {

    /**
     * A query has settled: it stood for two seconds, or a hit of it was opened, or its page was left. Not for each letter typed.
     *
     * @param text as it was typed
     * @param found whether there was any hit
     */
    void asked(String text, boolean found);

    /** A hit of a query was opened. Says {@link #asked} too. */
    void opened(String text);
}
