package vn.quantriet.editing;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Author;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.UnitId;

/**
 * Who may do what with drafts. Reporters, editors and administrators write. A draft is seen by its author and, once it was sent,
 * by those who may review it: editors and administrators over the author's unit, other than the author.
 */
@Component
class DraftAccess {
    private static final Set<Role> WRITERS = EnumSet.of(Role.REPORTER, Role.EDITOR, Role.ADMINISTRATOR);

    private final CurrentMember current;
    private final MemberDirectory members;

    DraftAccess(CurrentMember current, MemberDirectory members) {
        this.current = current;
        this.members = members;
    }

    boolean isWriter() {
        return current.isSignedIn() && current.roles().stream().anyMatch(WRITERS::contains);
    }

    void requireWriter() {
        if (!isWriter()) {
            throw new AccessDeniedException("expected one of the roles " + WRITERS);
        }
    }

    MemberId me() {
        return current.id();
    }

    boolean mayReviewAnything() {
        return current.roles().contains(Role.EDITOR) || current.roles().contains(Role.ADMINISTRATOR);
    }

    boolean mayReview(MemberId author) {
        return !author.equals(current.id())
                && mayReviewAnything()
                && reviewsWithin(members.get(author).unit());
    }

    /** Whether the acting member reviews what people of this unit write. */
    boolean reviewsWithin(UnitId unit) {
        return current.hasRoleIn(Role.EDITOR, unit) || current.hasRoleIn(Role.ADMINISTRATOR, unit);
    }

    void requireSees(TextDraft draft) {
        requireWriter();
        boolean sees = draft.isOf(current.id()) || draft.state() != DraftState.DRAFT && mayReview(draft.author());
        if (!sees) {
            throw new DraftNotFound(draft.id());
        }
    }

    void requireAuthor(TextDraft draft) {
        requireSees(draft);
        if (!draft.isOf(current.id())) {
            throw new AccessDeniedException("expected the draft's author");
        }
    }

    void requireReviewer(TextDraft draft) {
        requireSees(draft);
        if (!mayReview(draft.author())) {
            throw new AccessDeniedException("expected a reviewer who is not the draft's author");
        }
    }

    /** As the library's history names a member. */
    Author name(MemberId member) {
        MemberProfile profile = members.get(member);
        return new Author(profile.fullName(), profile.code() + "@quantriet.local");
    }
}
