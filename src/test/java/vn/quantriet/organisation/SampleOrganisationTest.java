package vn.quantriet.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.quantriet.organisation.OrganisationImport.Counts;
import vn.quantriet.organisation.sample.SampleFiles;

@OrganisationTest
@TestPropertySource(properties = "quantriet.mode=trial")
class SampleOrganisationTest {

    @Autowired
    UnitTree tree;

    @Autowired
    MemberDirectory members;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleAccounts samples;

    @Autowired
    CurrentMember currentMember;

    @Autowired
    OrganisationImport organisationImport;

    @Autowired
    OrganisationAdministration administration;

    @AfterEach
    void signOut() {
        SignedIn.nobody();
    }

    @Test
    void theSameSeedGivesTheSamePeople() {
        assertThat(SampleFiles.from(7)).isEqualTo(SampleFiles.from(7));
        assertThat(SampleFiles.from(7)).isNotEqualTo(SampleFiles.from(8));
    }

    @Test
    void sixtyOneUnitsOnFourLevelsAndOneThousandFiveHundredMembers() {
        var perDepth = tree.all().stream().collect(Collectors.groupingBy(Unit::depth, Collectors.counting()));
        assertThat(perDepth).containsExactlyInAnyOrderEntriesOf(java.util.Map.of(0, 1L, 1, 8L, 2, 16L, 3, 36L));
        Unit root = tree.root().orElseThrow();
        assertThat(root.name()).contains("(mẫu)");
        assertThat(members.partyMembersWithin(root)).hasSize(1500);
        SignedIn.as(accounts.findMember("quantri").orElseThrow());
        assertThat(administration.peopleWithin(root.id())).containsEntry(root.id(), 1540);
    }

    @Test
    void sampleAccountsOpenAndStandWhereTheSignInPageSays() {
        assertThat(samples.list())
                .extracting(SampleAccounts.SampleAccount::username)
                .containsExactly("ha", "minh", "khang", "mai", "nghia", "binh", "lan", "tam", "quantri");
        MemberId ha = accounts.signIn("ha", "quantriet").orElseThrow().id();
        assertThat(members.get(ha).fullName()).isEqualTo("Nguyễn Thu Hà");
        UnitId cell = members.get(ha).unit();
        assertThat(tree.get(cell).depth()).isEqualTo(3);
        SignedIn.as(accounts.signIn("binh", "quantriet").orElseThrow().id());
        assertThat(currentMember.topUnitAs(Role.SECRETARY).orElseThrow().id()).isEqualTo(cell);
        SignedIn.as(accounts.signIn("lan", "quantriet").orElseThrow().id());
        assertThat(currentMember.hasRoleIn(Role.SECRETARY, cell)).isTrue();
        assertThat(currentMember.topUnitAs(Role.SECRETARY).orElseThrow().depth())
                .isEqualTo(1);
        MemberId minh = accounts.findMember("minh").orElseThrow();
        assertThat(currentMember.hasRoleIn(Role.SECRETARY, members.get(minh).unit()))
                .isFalse();
    }

    @Test
    void importingTheSampleAgainChangesNothing() {
        SignedIn.as(accounts.findMember("quantri").orElseThrow());
        var files = SampleFiles.from(SampleOrganisation.SEED);
        var again = organisationImport.apply(files.units(), files.members());
        assertThat(again.units()).isEqualTo(new Counts(0, 0, 0, 61));
        assertThat(again.members()).isEqualTo(new Counts(0, 0, 0, 1540));
    }

    @Test
    void peopleAreFoundWithoutAccentsAndInAnyOrder() {
        SignedIn.as(accounts.findMember("quantri").orElseThrow());
        var found = administration.search(tree.root().orElseThrow().id(), "ha nguyen thu", 1);
        assertThat(found.page())
                .extracting(person -> person.profile().fullName())
                .contains("Nguyễn Thu Hà");
        assertThat(administration.search(tree.root().orElseThrow().id(), "", 2).page())
                .hasSize(25);
    }
}
