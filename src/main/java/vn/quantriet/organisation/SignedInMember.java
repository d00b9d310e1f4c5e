package vn.quantriet.organisation;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The principal of a session: who signed in, and by which name. What they may do is asked anew each time.
 *
 * @param credential how often the password had been set; a session with an older number than the account's has ended
 */
public record SignedInMember(long member, String username, int credential)
        implements AuthenticatedPrincipal, Serializable {

    /** A member whose password was never changed. */
    public SignedInMember(MemberId id, String username) {
        this(id.value(), username, 0);
    }

    public MemberId id() {
        return new MemberId(member);
    }

    @Override
    public String getName() {
        return username;
    }
}
