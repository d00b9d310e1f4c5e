package vn.quantriet.organisation;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The principal of a session: who signed in, and by which name. What they may do is asked anew each time. */
public record SignedInMember(long member, String username) implements AuthenticatedPrincipal, Serializable {

    public SignedInMember(MemberId id, String username) {
        this(id.value(), username);
    }

    public MemberId id() {
        return new MemberId(member);
    }

    @Override
    public String getName() {
        return username;
    }
}
