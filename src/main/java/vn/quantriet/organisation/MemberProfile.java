package vn.quantriet.organisation;

import java.util.Optional;

/**
 * What may be shown of a member.
 *
 * @param code the member's number in the organisation's own lists; unique, used in imports
 * @param partyMember false for a non-member (quần chúng), who may study but is in no rate
 * @param post the present post, such as "Bí thư chi bộ", absent for most
 */
public record MemberProfile(
        MemberId id, String code, String fullName, UnitId unit, boolean partyMember, Optional<String> post) {

    /** The last word of a Vietnamese name, by which a person is addressed. */
    public String givenName() {
        return fullName.substring(fullName.lastIndexOf(' ') + 1);
    }

    /** One or two letters for an avatar: first of the family name and of the given name. */
    public String initials() {
        return fullName.substring(0, 1) + givenName().charAt(0);
    }
}
