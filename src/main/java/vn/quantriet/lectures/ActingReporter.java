package vn.quantriet.lectures;

import org.springframework.stereotype.Component;
import vn.quantriet.content.ActingAuthor;
import vn.quantriet.content.Author;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.MemberProfile;

/** Members sign what they publish with their name and, as e-mail, their code, which never changes. */
@Component
class ActingReporter implements ActingAuthor {
    private final CurrentMember current;

    ActingReporter(CurrentMember current) {
        this.current = current;
    }

    @Override
    public Author author() {
        MemberProfile me = current.profile();
        return new Author(me.fullName(), me.code() + "@quantriet.local");
    }
}
