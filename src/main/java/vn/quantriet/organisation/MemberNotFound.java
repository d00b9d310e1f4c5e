package vn.quantriet.organisation;

/** No member has this id. */
public class MemberNotFound extends RuntimeException {
    public MemberNotFound(MemberId id) {
        super("no member " + id.value());
    }
}
