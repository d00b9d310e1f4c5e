package vn.quantriet.security;

import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.quantriet.organisation.Accounts;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.SignedInMember;

/** Signs members in by name and password. The session then holds neither password nor hash. */
@Component
class AccountAuthentication implements AuthenticationProvider {
    private final Accounts accounts;
    private final SignInThrottle throttle;

    AccountAuthentication(Accounts accounts, SignInThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = Accounts.asStored(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!Accounts.isUsername(username)) {
            throw new BadCredentialsException("no account can have this name");
        }
        if (!throttle.admits(username, address)) {
            throw new LockedException("too many failures");
        }
        SignedInMember member = accounts.signIn(username, password)
                .orElseThrow(() -> new BadCredentialsException("name or password wrong"));
        throttle.succeeded(username, address);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                member, null, authorities(accounts.rolesOf(member.id())));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    static List<SimpleGrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
