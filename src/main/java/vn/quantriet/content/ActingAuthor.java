package vn.quantriet.content;

/** Knows in whose name the member who is acting publishes. */
public interface ActingAuthor {

    /** @throws org.springframework.security.access.AccessDeniedException when nobody is signed in */
    Author author();
}
