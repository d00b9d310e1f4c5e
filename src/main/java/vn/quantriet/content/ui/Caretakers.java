package vn.quantriet.content.ui;

import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;

/** Those who may see what is wrong with the library's files, by role. */
final class Caretakers {
    static final String REPORTER = "REPORTER";
    static final String EDITOR = "EDITOR";
    static final String SECRETARY = "SECRETARY";
    static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final Set<String> AUTHORITIES =
            Set.of("ROLE_" + REPORTER, "ROLE_" + EDITOR, "ROLE_" + SECRETARY, "ROLE_" + ADMINISTRATOR);

    private Caretakers() {}

    /** Whether the reader may say that something which cites a changed clause is still right. */
    static boolean mayReview() {
        return includeReader(Set.of("ROLE_" + REPORTER, "ROLE_" + EDITOR, "ROLE_" + ADMINISTRATOR));
    }

    static boolean includeReader() {
        return includeReader(AUTHORITIES);
    }

    private static boolean includeReader(Set<String> authorities) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> authorities.contains(String.valueOf(authority.getAuthority())));
    }
}
