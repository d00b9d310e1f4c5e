package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberId;

/** One member and one text: the key of what the member did with it. */
@Embeddable
record MemberText(
        @Column(name = "member_id") long member,
        @Column(name = "resolution_id") String text) {

    static MemberText of(MemberId member, ResolutionId text) {
        return new MemberText(member.value(), text.value());
    }
}
