package vn.quantriet.documents;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Those who may bring documents into the library, by role. */
public final class Editors {
    public static final String REPORTER = "REPORTER";
    public static final String EDITOR = "EDITOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private static final Set<String> AUTHORITIES =
            Set.of("ROLE_" + REPORTER, "ROLE_" + EDITOR, "ROLE_" + ADMINISTRATOR);

    private Editors() {}

    /**
     * The account of the acting one.
     *
     * @throws AccessDeniedException when they have none of the roles
     */
    static String require() {
        Authentication acting = SecurityContextHolder.getContext().getAuthentication();
        boolean allowed = acting != null
                && acting.isAuthenticated()
                && acting.getAuthorities().stream()
                        .anyMatch(authority -> AUTHORITIES.contains(String.valueOf(authority.getAuthority())));
        if (acting == null || !allowed) {
            throw new AccessDeniedException("neither reporter nor editor nor administrator");
        }
        return acting.getName();
    }
}
