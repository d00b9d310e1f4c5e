package vn.quantriet.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.quantriet.organisation.Accounts;
import vn.quantriet.organisation.SignedInMember;

/**
 * Holds a session to what is true of its member now, on whichever node it was changed. The session of whoever signed in with a
 * password that has been changed since ends, and the request goes on as a stranger's; a role that was given or taken away holds from
 * the next request on. Spring's own list of sessions would know only those of one node.
 */
final class PresentStanding extends OncePerRequestFilter {
    private final Accounts accounts;

    PresentStanding(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInMember member) {
            if (accounts.hasNewPassword(member)) {
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
                SecurityContextHolder.clearContext();
            } else {
                var present = AccountAuthentication.authorities(accounts.rolesOf(member.id()));
                if (!authorities(authentication).equals(Set.copyOf(present))) {
                    var renewed = UsernamePasswordAuthenticationToken.authenticated(member, null, present);
                    renewed.setDetails(authentication.getDetails());
                    // The session holds this very context.
                    context.setAuthentication(renewed);
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static Set<GrantedAuthority> authorities(Authentication authentication) {
        return authentication.getAuthorities().stream().collect(Collectors.toUnmodifiableSet());
    }
}
