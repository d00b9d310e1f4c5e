package vn.quantriet.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator sees of units and people, and lets people in. Each question is checked against the unit asked about. */
@Service
@Transactional(readOnly = true)
public class OrganisationAdministration {
    public static final int PAGE_SIZE = 25;

    private final CurrentMember currentMember;
    private final UnitTree tree;
    private final Members members;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final RoleGrants grants;

    OrganisationAdministration(
            CurrentMember currentMember,
            UnitTree tree,
            Members members,
            Accounts accounts,
            OneTimeLinks links,
            RoleGrants grants) {
        this.currentMember = currentMember;
        this.tree = tree;
        this.members = members;
        this.accounts = accounts;
        this.links = links;
        this.grants = grants;
    }

    /** A person in a list, with the name they sign in by when they have one. */
    public record Person(MemberProfile profile, Optional<String> username) {}

    /** One page of people; {@code total} counts all pages. */
    public record People(List<Person> page, long total) {
        public People {
            page = List.copyOf(page);
        }
    }

    /** People of each unit of the subtree of {@code unit}, those of the units below included. */
    public Map<UnitId, Integer> peopleWithin(UnitId unit) {
        currentMember.requireRoleIn(Role.ADMINISTRATOR, unit);
        Unit top = tree.get(unit);
        Map<UnitId, Integer> within = new HashMap<>();
        members.countsByUnit()
                .forEach((id, people) -> tree.lineage(id).stream()
                        .filter(above -> above.isWithin(top))
                        .forEach(above -> within.merge(above.id(), people, Integer::sum)));
        return Map.copyOf(within);
    }

    /**
     * People of the subtree whose name or code has all of {@code words}, with or without accents.
     *
     * @param page from 1
     */
    public People search(UnitId unit, String words, int page) {
        currentMember.requireRoleIn(Role.ADMINISTRATOR, unit);
        Unit top = tree.get(unit);
        List<Person> found = members.page(top, words, (Math.max(page, 1) - 1) * PAGE_SIZE, PAGE_SIZE).stream()
                .map(profile -> new Person(profile, accounts.usernameOf(profile.id())))
                .toList();
        return new People(found, members.count(top, words));
    }

    /**
     * A token for a link by which {@code member} sets a password, once. It is shown to nobody again. Without an account one is
     * made by the name {@code username}.
     *
     * @throws UsernameRefused when an account is to be made and the name is taken or none
     */
    @Transactional
    public String issuePasswordLink(MemberId member, String username) {
        MemberProfile profile = members.profiles(List.of(member)).get(member);
        currentMember.requireRoleIn(Role.ADMINISTRATOR, profile == null ? new UnitId(Long.MAX_VALUE) : profile.unit());
        // Whoever sets a person's password can act as them, so it takes authority over all that they have charge of.
        grants.of(member).forEach(held -> currentMember.requireRoleIn(Role.ADMINISTRATOR, held.unit()));
        if (accounts.usernameOf(member).isEmpty()) {
            accounts.create(member, username);
        }
        return links.issueForPassword(member);
    }
}
