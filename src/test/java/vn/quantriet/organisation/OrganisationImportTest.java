package vn.quantriet.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import vn.quantriet.organisation.OrganisationImport.Counts;

@OrganisationTest
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class OrganisationImportTest {
    private static final String UNITS = """
            code,parent,name,kind
            TINH,,Đảng bộ tỉnh,PROVINCIAL_COMMITTEE
            C1,X1,Chi bộ Một,CELL
            X1,TINH,Đảng bộ xã Một,UPPER_COMMITTEE
            X2,TINH,Đảng bộ xã Hai,UPPER_COMMITTEE
            """;
    private static final String MEMBERS = """
            code,full_name,unit,party_member,born,post,roles,username
            A,Trần Quản Lý,TINH,yes,1980,,ADMINISTRATOR,quanly
            B,Lê Thị Bưởi,X1,yes,1975,Bí thư Đảng ủy,SECRETARY,buoi
            C,Nguyễn Văn Đào,C1,yes,,,,
            D,Phạm Thị Mận,C1,no,1990,,,
            """;

    @Autowired
    OrganisationImport organisationImport;

    @Autowired
    MemberDirectory members;

    @Autowired
    UnitTree tree;

    @Autowired
    CurrentMember currentMember;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void loadAndSignInAsAdministrator() {
        organisationImport.applyIntoEmptyTree(UNITS, MEMBERS);
        SignedIn.as(idOf("A"));
    }

    @AfterEach
    void signOut() {
        SignedIn.nobody();
    }

    @Test
    void theSameImportAgainChangesNothing() {
        var again = organisationImport.apply(UNITS, MEMBERS);
        assertThat(again.units()).isEqualTo(new Counts(0, 0, 0, 4));
        assertThat(again.members()).isEqualTo(new Counts(0, 0, 0, 4));
        assertThat(count("post")).isEqualTo(1);
        assertThat(count("role_grant")).isEqualTo(2);
        assertThat(count("account")).isEqualTo(2);
    }

    @Test
    void childrenMayStandBeforeTheirParents() {
        Unit cell = unit("C1");
        assertThat(tree.lineage(cell.id())).extracting(Unit::code).containsExactly("TINH", "X1", "C1");
        assertThat(cell.depth()).isEqualTo(2);
        assertThat(cell.path()).isEqualTo(unit("X1").path() + cell.id().value() + "/");
    }

    @Test
    void onlyPartyMembersOfTheSubtreeAreListed() {
        assertThat(members.partyMembersWithin(unit("X1")))
                .extracting(MemberDirectory.MemberPlace::member)
                .containsExactlyInAnyOrder(idOf("B"), idOf("C"));
        assertThat(members.partyMembersWithin(unit("X2"))).isEmpty();
    }

    @Test
    void everyProblemOfBothFilesIsReportedAndNothingIsChanged() {
        String units = "code,parent,name,kind\nX1,TINH,Tên mới,CELLAR\nY,NICHTS,Chi bộ Y,CELL\nZ,,Đảng bộ khác,CELL\n";
        String people = """
                code,full_name,unit,party_member,born,post,roles,username
                C,Tên Mới,X2,maybe,1875,,,
                E,Người Mới,NOWHERE,yes,,,KING,quanly
                F,Người Khác,X1,yes,,,,quanly
                F,Người Khác,X1,yes,,,,
                """;
        var refused = catchThrowableOfType(ImportRefused.class, () -> organisationImport.apply(units, people));
        assertThat(refused.problems().stream().map(OrganisationImportTest::said))
                .containsExactlyInAnyOrder(
                        "units.csv:2:kind choice [CELLAR, PROVINCIAL_COMMITTEE, UPPER_COMMITTEE, GRASSROOTS_COMMITTEE, CELL]",
                        "units.csv:3:parent unit-unknown [NICHTS]",
                        "units.csv:4:parent second-root [Z, TINH]",
                        "members.csv:2:party_member choice [maybe, yes, no]",
                        "members.csv:2:born born [1875, 1900, %d]"
                                .formatted(java.time.Year.now(java.time.ZoneId.systemDefault())
                                                .getValue()
                                        - 14),
                        "members.csv:3:roles choice [KING, MEMBER, REPORTER, EDITOR, SECRETARY, ADMINISTRATOR]",
                        "members.csv:4:username username-taken [quanly, A]",
                        "members.csv:5:code twice [F, 4]");
        assertThat(members.findByCode("C").orElseThrow().fullName()).isEqualTo("Nguyễn Văn Đào");
        assertThat(members.findByCode("F")).isEmpty();
        assertThat(unit("X1").name()).isEqualTo("Đảng bộ xã Một");
    }

    @Test
    void previewCountsAndChangesNothing() {
        var preview = organisationImport.preview(
                "code,parent,name,kind\nC1,X2,Chi bộ Một,CELL\nX2,TINH,Đảng bộ phường Hai,UPPER_COMMITTEE\nC9,C1,Tổ,CELL\n",
                "code,full_name,unit,party_member\nC,Nguyễn Văn Đào,C1,yes\nD,Phạm Thị Mận,X2,no\nE,Người Mới,C9,yes\n");
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.units()).isEqualTo(new Counts(1, 1, 1, 0));
        assertThat(preview.members()).isEqualTo(new Counts(1, 0, 1, 1));
        assertThat(unit("C1").parent()).contains(unit("X1").id());
        assertThat(members.findByCode("E")).isEmpty();
    }

    @Test
    void aMovedUnitTakesItsSubtreeAlong() {
        organisationImport.apply("code,parent,name,kind\nX1,X2,Đảng bộ xã Một,UPPER_COMMITTEE\n", "");
        assertThat(tree.lineage(unit("C1").id())).extracting(Unit::code).containsExactly("TINH", "X2", "X1", "C1");
        assertThat(unit("C1").depth()).isEqualTo(3);
        assertThat(members.partyMembersWithin(unit("X2"))).hasSize(2);
    }

    @Test
    void aUnitBelowItselfIsRefused() {
        var preview = organisationImport.preview("code,parent,name,kind\nX1,C1,Đảng bộ xã Một,UPPER_COMMITTEE\n", "");
        assertThat(preview.problems().stream().map(OrganisationImportTest::said))
                .containsExactly("units.csv:2:parent cycle [X1, C1]");
    }

    @Test
    void aTransferEndsPostAndRolesOfTheUnitThatWasLeft() {
        organisationImport.apply(
                "", "code,full_name,unit,party_member,born,post\nB,Lê Thị Bưởi,X2,yes,1975,Chủ tịch xã\n");
        var moved = members.findByCode("B").orElseThrow();
        assertThat(moved.unit()).isEqualTo(unit("X2").id());
        assertThat(moved.post()).contains("Chủ tịch xã");
        SignedIn.as(moved.id());
        assertThat(currentMember.roles()).containsExactly(Role.MEMBER);
        assertThat(count("post")).isEqualTo(2);
    }

    @Test
    void blankRolesLeaveThemAndTheWordMemberTakesThemAway() {
        String head = "code,full_name,unit,party_member,roles\n";
        organisationImport.apply("", head + "B,Lê Thị Bưởi,X1,yes,\n");
        SignedIn.as(idOf("B"));
        assertThat(currentMember.roles()).contains(Role.SECRETARY);
        SignedIn.as(idOf("A"));
        organisationImport.apply("", head + "B,Lê Thị Bưởi,X1,yes,MEMBER\n");
        SignedIn.as(idOf("B"));
        assertThat(currentMember.roles()).doesNotContain(Role.SECRETARY);
    }

    @Test
    void nobodyTakesAwayTheirOwnAdministration() {
        var preview = organisationImport.preview(
                "", "code,full_name,unit,party_member,roles\nA,Trần Quản Lý,TINH,yes,REPORTER\n");
        assertThat(preview.problems().stream().map(OrganisationImportTest::said))
                .containsExactly("members.csv:2:roles own-administrator [A]");
    }

    @Test
    void onlyAnAdministratorOfTheRootMayLookOrApply() {
        SignedIn.as(idOf("B"));
        assertThatThrownBy(() -> organisationImport.preview(UNITS, MEMBERS)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> organisationImport.apply(UNITS, MEMBERS)).isInstanceOf(AccessDeniedException.class);
        SignedIn.nobody();
        assertThatThrownBy(() -> organisationImport.apply(UNITS, MEMBERS)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void unknownAndForeignUnitsAreRefusedInTheSameWords() {
        SignedIn.as(idOf("B"));
        assertThat(currentMember.hasRoleIn(Role.SECRETARY, unit("C1").id())).isTrue();
        assertThat(currentMember.topUnitAs(Role.SECRETARY)).contains(unit("X1"));
        assertThat(currentMember.topUnitAs(Role.REPORTER)).isEmpty();
        List<Throwable> refusals = List.of(
                catchThrowableOfType(
                        AccessDeniedException.class,
                        () -> currentMember.requireRoleIn(
                                Role.SECRETARY, unit("X2").id())),
                catchThrowableOfType(
                        AccessDeniedException.class,
                        () -> currentMember.requireRoleIn(
                                Role.SECRETARY, unit("TINH").id())),
                catchThrowableOfType(
                        AccessDeniedException.class,
                        () -> currentMember.requireRoleIn(Role.SECRETARY, new UnitId(987_654))));
        assertThat(refusals).extracting(Throwable::getMessage).containsOnly("no such unit, or not in your charge");
    }

    @Test
    void whoeverHoldsARoleInTwoBranchesIsToldOfBothHighestFirst() {
        jdbc.sql("insert into role_grant (member_id, unit_id, role, granted_at) select :id, id, 'SECRETARY', :now"
                        + " from unit where code in ('C1', 'X2')")
                .param("id", idOf("D").value())
                .param("now", java.time.OffsetDateTime.parse("2026-03-02T08:00:00+07:00"))
                .update();
        SignedIn.as(idOf("D"));
        assertThat(currentMember.unitsAs(Role.SECRETARY)).containsExactly(unit("X2"), unit("C1"));
        assertThat(currentMember.topUnitAs(Role.SECRETARY)).contains(unit("X2"));
        assertThat(currentMember.unitsAs(Role.MEMBER)).containsExactly(unit("C1"));
        assertThat(currentMember.unitsAs(Role.REPORTER)).isEmpty();
    }

    @Test
    void aRevokedRoleStopsWorkingAtOnce() {
        SignedIn.as(idOf("B"));
        assertThat(currentMember.hasRoleIn(Role.SECRETARY, unit("X1").id())).isTrue();
        jdbc.sql("delete from role_grant where member_id = :id")
                .param("id", idOf("B").value())
                .update();
        assertThat(currentMember.hasRoleIn(Role.SECRETARY, unit("X1").id())).isFalse();
    }

    private MemberId idOf(String code) {
        return members.findByCode(code).orElseThrow().id();
    }

    private Unit unit(String code) {
        return tree.all().stream()
                .filter(unit -> unit.code().equals(code))
                .findAny()
                .orElseThrow();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String said(ImportProblem problem) {
        return "%s:%d:%s %s %s"
                .formatted(
                        problem.file().fileName(),
                        problem.problem().line(),
                        problem.problem().column(),
                        problem.problem().code().replace("organisation.import.problem.", ""),
                        problem.problem().args());
    }
}
