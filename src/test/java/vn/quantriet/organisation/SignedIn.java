package vn.quantriet.organisation;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Puts a member into the security context of the test's thread; cleared by {@link #nobody}. */
public final class SignedIn {
    private SignedIn() {}

    public static void as(MemberId member) {
        var principal = new SignedInMember(member, "test-" + member.value());
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        principal, null, AuthorityUtils.createAuthorityList("ROLE_MEMBER")));
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }
}
