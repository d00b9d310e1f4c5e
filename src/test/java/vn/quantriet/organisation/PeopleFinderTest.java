package vn.quantriet.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.ui.LeadingLetters;

@OrganisationTest
@Transactional
class PeopleFinderTest {
    private static final String UNITS = """
            code,parent,name,kind
            TINH,,Đảng bộ tỉnh,PROVINCIAL_COMMITTEE
            X1,TINH,Đảng bộ xã Hòa Bình,UPPER_COMMITTEE
            X2,TINH,Đảng bộ xã Hai,UPPER_COMMITTEE
            C1,X1,Chi bộ Một,CELL
            C2,X2,Chi bộ Hòa Lạc,CELL
            """;
    private static final String MEMBERS = """
            code,full_name,unit,party_member,born,post,roles,username
            A,Trần Quản Lý,TINH,yes,1980,,ADMINISTRATOR,quanly
            B,Lê Thị Bưởi,X1,yes,1975,Bí thư Đảng ủy,SECRETARY,buoi
            C,Nguyễn Văn Đào,C1,yes,,,,dao
            D,Phạm Thị Mận,C1,no,1990,,,
            E,Nguyễn Thị Đào,C2,yes,,,EDITOR,thidao
            F,Nguyễn Đảo,X1,yes,,,,
            G,H'Hen Niê,X1,yes,,,,
            """;

    @Autowired
    OrganisationImport organisationImport;

    @Autowired
    PeopleFinder finder;

    @Autowired
    CurrentMember current;

    @Autowired
    UnitTree tree;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    /** Once: what a test changes is taken back after it. */
    @BeforeTransaction
    void load() {
        if (tree.root().isEmpty()) {
            organisationImport.applyIntoEmptyTree(UNITS, MEMBERS);
        }
    }

    @AfterEach
    void signOut() {
        SignedIn.nobody();
    }

    private void actAs(String code) {
        SignedIn.as(members.findByCode(code).orElseThrow().id());
    }

    /** Codes, found in the way for few units and in that for many, which must agree. */
    private List<String> people(String typed) {
        var few = codes(new PeopleFinder(current, tree, members, Integer.MAX_VALUE), typed);
        assertThat(codes(new PeopleFinder(current, tree, members, 0), typed)).isEqualTo(few);
        return few;
    }

    private static List<String> codes(PeopleFinder finder, String typed) {
        var found = finder.find(typed, 8);
        assertThat(found.complete()).isTrue();
        return found.people().stream().map(MemberProfile::code).toList();
    }

    private List<String> units(String typed) {
        return finder.find(typed, 8).units().stream().map(Unit::code).toList();
    }

    @Test
    void administratorFindsEverybodyByTheBeginningOfAnyWordsInAnyOrder() {
        actAs("A");

        assertThat(people("Nguyễn Văn Đào")).containsExactly("C");
        assertThat(people("dao nguyen")).containsExactlyInAnyOrder("C", "E", "F");
        assertThat(people("ngu vă")).containsExactly("C");
        assertThat(people("guyen")).isEmpty();
        assertThat(people("dao nguyen bưởi")).isEmpty();
        assertThat(people("H'Hen")).containsExactly("G");
        assertThat(people("hhen nie")).containsExactly("G");
        assertThat(people("e")).as("a code").isEmpty();
    }

    @Test
    void theOneWrittenAsTypedComesFirst() {
        actAs("A");

        assertThat(people("đảo")).containsExactly("F", "E", "C");
        assertThat(people("đào").getLast()).isEqualTo("F");
    }

    @Test
    void codeFindsItsMember() {
        jdbc.sql("update member set code = 'DV-001' where code = 'C'").update();
        actAs("A");

        assertThat(people("dv-001")).containsExactly("DV-001");
        actAs("B");
        assertThat(people("DV-001")).containsExactly("DV-001");
        jdbc.sql("update member set code = 'DV-002' where code = 'E'").update();
        assertThat(people("DV-002")).as("of a unit that is not the secretary's").isEmpty();
    }

    @Test
    void secretaryFindsTheirOwnUnitsAndBelowOnly() {
        actAs("B");

        assertThat(finder.isOpen()).isTrue();
        assertThat(people("dao")).containsExactlyInAnyOrder("C", "F");
        assertThat(people("thi")).containsExactlyInAnyOrder("B", "D");
        assertThat(people("tran quan ly")).isEmpty();
        assertThat(units("hoa")).containsExactly("X1");
        assertThat(units("chi bo")).containsExactly("C1");
    }

    @Test
    void plainMembersAndEditorsAndStrangersFindNobody() {
        for (String code : List.of("C", "E")) {
            actAs(code);
            assertThat(finder.isOpen()).isFalse();
            assertThat(finder.find("nguyen", 8)).isEqualTo(PeopleFinder.Found.NOTHING);
            assertThat(finder.find("hoa binh", 8)).isEqualTo(PeopleFinder.Found.NOTHING);
        }
        SignedIn.nobody();
        assertThat(finder.isOpen()).isFalse();
        assertThat(finder.find("nguyen", 8)).isEqualTo(PeopleFinder.Found.NOTHING);
    }

    @Test
    void roleThatWasTakenAwayFindsNobodyAtOnce() {
        actAs("B");
        assertThat(people("dao")).hasSize(2);

        jdbc.sql("delete from role_grant where role = 'SECRETARY'").update();

        assertThat(finder.find("dao", 8)).isEqualTo(PeopleFinder.Found.NOTHING);
    }

    @Test
    void unitsAreFoundByNameAndCode() {
        actAs("A");

        assertThat(units("hoa")).containsExactly("X1", "C2");
        assertThat(units("Hòa Lạ")).containsExactly("C2");
        assertThat(units("x2")).containsExactly("X2");
    }

    @Test
    void hostileWordsFindNobody() {
        actAs("A");

        for (String typed :
                List.of("", " ", "%", "%%%", "_ _", "' or 1=1 --", "a".repeat(5000), "! \\ é", "a b c d e f g")) {
            assertThat(finder.find(typed, 8).people()).as(typed).isEmpty();
        }
    }

    @Test
    void memberIsFoundByTheNewNameAlone() {
        actAs("A");
        organisationImport.apply("", "code,full_name,unit,party_member\nC,Nguyễn Văn Mơ,X2,yes\n");

        assertThat(people("mo")).containsExactly("C");
        assertThat(people("dao")).containsExactlyInAnyOrder("E", "F");
    }

    @Test
    void membersFromBeforeWordsWereKeptAreFound() throws SQLException {
        jdbc.sql("delete from member_word").update();
        actAs("A");
        assertThat(codes(new PeopleFinder(current, tree, members, 0), "dao")).isEmpty();

        var connection = DataSourceUtils.getConnection(dataSource);
        new MemberWordsFilled().migrate(new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        });

        assertThat(people("dao")).containsExactlyInAnyOrder("C", "E", "F");
    }

    @Test
    void numbersOfTextsThatBeginAlikeAreOneRange() {
        long seed = System.nanoTime();
        System.out.println("numbersOfTextsThatBeginAlikeAreOneRange: seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = word(random, 14);
            String typed = random.nextBoolean() ? text.substring(0, random.nextInt(text.length())) : word(random, 3);
            long number = LeadingLetters.of(text);
            boolean within = number >= LeadingLetters.of(typed) && number <= LeadingLetters.last(typed);
            String held = text.substring(0, Math.min(text.length(), LeadingLetters.HELD));
            String heldTyped = typed.substring(0, Math.min(typed.length(), LeadingLetters.HELD));
            assertThat(within).as(typed + " in " + text).isEqualTo(held.startsWith(heldTyped));
        }
    }

    private static String word(Random random, int longest) {
        var word = new StringBuilder();
        for (int left = 1 + random.nextInt(longest); left > 0; left--) {
            word.append("abz09 ".charAt(random.nextInt(6)));
        }
        return word.toString();
    }

    @Test
    void namesAreLookedUpInAnIndexAndNotReadThrough() {
        List<String> plans = new ArrayList<>();
        for (String sql : List.of(
                "select member_id from member_word where beginning between 5 and 9 order by beginning, member_id"
                        + " fetch first 10 rows only",
                "select m.id from member m where m.id in (1, 2, 3)",
                "select m.id from member m where m.unit_id in (1, 2, 3)")) {
            plans.add(Objects.requireNonNull(
                    jdbc.sql("explain " + sql).query(String.class).single()));
        }

        assertThat(plans).noneMatch(plan -> plan.contains("tableScan"));
        assertThat(plans.getFirst()).contains("BEGINNING >=", "index sorted");
    }
}
