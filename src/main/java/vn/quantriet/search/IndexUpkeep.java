package vn.quantriet.search;

import java.util.Optional;

/** What those who administrate the whole portal see of the index and may ask for; anybody else is refused. */
public interface IndexUpkeep {

    /** @throws org.springframework.security.access.AccessDeniedException */
    IndexReport report();

    /**
     * The index that several nodes share; absent where each has only its own.
     *
     * @throws org.springframework.security.access.AccessDeniedException
     */
    Optional<SharedReport> shared();

    /**
     * Begins to build the index anew, and the shared one, each beside the one that goes on answering. Returns at once; without effect while it is built anyway.
     *
     * @throws org.springframework.security.access.AccessDeniedException
     */
    void rebuild();
}
