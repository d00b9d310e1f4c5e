package vn.quantriet.study;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One member and one clause: the key of what was read. */
@Embeddable
record MemberClause(
        @Column(name = "member_id") long member,
        @Column(name = "resolution_id") String text,
        @Column(name = "clause_id") String clause) {}
