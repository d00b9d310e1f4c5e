package vn.quantriet.content.library;

import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Those who may decide which version of a text holds, by role. */
public final class Custodians {
    private static final Set<String> AUTHORITIES = Set.of("ROLE_REPORTER", "ROLE_EDITOR", "ROLE_ADMINISTRATOR");

    private Custodians() {}

    public static boolean includeReader() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null
                && signedIn.isAuthenticated()
                && signedIn.getAuthorities().stream()
                        .anyMatch(role -> AUTHORITIES.contains(String.valueOf(role.getAuthority())));
    }

    /** @throws AccessDeniedException when whoever is acting is none of them */
    public static void requireReader() {
        if (!includeReader()) {
            throw new AccessDeniedException("expected a reporter, an editor or an administrator");
        }
    }
}
