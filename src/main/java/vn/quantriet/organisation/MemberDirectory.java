package vn.quantriet.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks members up. Checks no authority: callers decide who may see the answer. */
public interface MemberDirectory {

    /** @throws MemberNotFound when there is none */
    MemberProfile get(MemberId id);

    Optional<MemberProfile> findByCode(String code);

    /** Profiles of all ids that exist, in one query. */
    Map<MemberId, MemberProfile> profiles(Collection<MemberId> ids);

    /** Ids and units of the party members in the subtree of {@code unit}, for opening a campaign. */
    List<MemberPlace> partyMembersWithin(Unit unit);

    /** A member and the unit they belong to. */
    record MemberPlace(MemberId member, UnitId unit) {}
}
