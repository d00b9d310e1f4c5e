package vn.quantriet.search;

/** What those who administrate the whole portal see of the index and may ask for; anybody else is refused. */
public interface IndexUpkeep {

    /** @throws org.springframework.security.access.AccessDeniedException */
    IndexReport report();

    /**
     * Begins to build the index anew, beside the one that goes on answering. Returns at once; without effect while it is built anyway.
     *
     * @throws org.springframework.security.access.AccessDeniedException
     */
    void rebuild();
}
