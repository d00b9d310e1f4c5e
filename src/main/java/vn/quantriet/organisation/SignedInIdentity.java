package vn.quantriet.organisation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.quantriet.ui.ShellIdentity;

/** Names the signed-in member to the shell. */
@Component
class SignedInIdentity implements ShellIdentity {
    private final CurrentMember currentMember;

    SignedInIdentity(CurrentMember currentMember) {
        this.currentMember = currentMember;
    }

    @Override
    public Optional<Person> current() {
        if (!currentMember.isSignedIn()) {
            return Optional.empty();
        }
        MemberProfile member = currentMember.profile();
        return Optional.of(new Person(
                member.fullName(), member.initials(), currentMember.unit().name()));
    }
}
