package vn.quantriet.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Names as they are borne, by many; {@code -Dpeople=1000000} makes it many indeed, and says how long finding takes. */
@OrganisationTest
// A property of its own, so that no other test is given these people.
@TestPropertySource(properties = "quantriet.test=many-people")
@SuppressWarnings("NullAway.Init")
class ManyPeopleTest {
    private static final int PEOPLE = Integer.getInteger("people", 4_000);
    private static final int BATCH = 10_000;
    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi",
            "Đỗ", "Niê");
    private static final List<String> MIDDLE =
            List.of("Văn", "Văn", "Văn", "Thị", "Thị", "Thị", "Đức", "Hữu", "Ngọc", "Minh", "Quang", "Thanh");
    private static final List<String> GIVEN = List.of(
            "An", "Anh", "Bình", "Cường", "Dũng", "Đào", "Đạo", "Hà", "Hải", "Hạnh", "Hòa", "Hùng", "Hương", "Khang",
            "Lan", "Linh", "Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Phúc", "Quân", "Sơn", "Tâm", "Thảo", "Thu",
            "Trang", "Tuấn");

    @Autowired
    OrganisationImport organisationImport;

    @Autowired
    CurrentMember current;

    @Autowired
    UnitTree tree;

    @Autowired
    Members members;

    @Autowired
    MemberWords words;

    @Autowired
    JdbcTemplate jdbc;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, String> unitOf = new HashMap<>();
    private final Map<String, String> nameOf = new HashMap<>();

    @BeforeEach
    void populate() {
        System.out.println("ManyPeopleTest: seed " + seed);
        var units = new StringBuilder("code,parent,name,kind\nTINH,,Đảng bộ tỉnh,PROVINCIAL_COMMITTEE\n");
        for (int i = 0; i < 10; i++) {
            units.append("X%d,TINH,Đảng bộ xã %d,UPPER_COMMITTEE\n".formatted(i, i));
            for (int j = 0; j < 30; j++) {
                units.append("C%d-%d,X%d,Chi bộ %d,CELL\n".formatted(i, j, i, j));
            }
        }
        organisationImport.applyIntoEmptyTree(units.toString(), """
                code,full_name,unit,party_member,born,post,roles,username
                A,Trần Quản Lý,TINH,yes,1980,,ADMINISTRATOR,quanly
                B,Lê Thị Bưởi,X1,yes,1975,,SECRETARY,buoi
                """);
        var cells = tree.all().stream().filter(u -> u.kind() == Unit.Kind.CELL).toList();
        for (int from = 0; from < PEOPLE; from += BATCH) {
            List<Object[]> rows = new ArrayList<>();
            Map<Long, String> names = new HashMap<>();
            for (int i = from; i < Math.min(PEOPLE, from + BATCH); i++) {
                String name = pick(FAMILY) + " " + pick(MIDDLE) + " " + pick(GIVEN);
                String code = "M" + i;
                var unit = cells.get(random.nextInt(cells.size()));
                rows.add(new Object[] {
                    1000L + i,
                    code,
                    name,
                    Members.fold(name + " " + code),
                    unit.id().value()
                });
                names.put(1000L + i, name);
                if (PEOPLE <= BATCH) {
                    unitOf.put(code, unit.path());
                    nameOf.put(code, name);
                }
            }
            jdbc.batchUpdate(
                    "insert into member (id, code, full_name, folded, unit_id, party_member) values (?, ?, ?, ?, ?, true)",
                    rows);
            words.add(names);
        }
    }

    @AfterEach
    void signOut() {
        SignedIn.nobody();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String typed() {
        var parts = new ArrayList<String>();
        for (List<String> from : List.of(FAMILY, MIDDLE, GIVEN)) {
            if (random.nextInt(3) > 0) {
                String word = pick(from);
                String cut = random.nextBoolean() ? word : word.substring(0, 1 + random.nextInt(word.length()));
                parts.add(random.nextBoolean() ? cut : Members.fold(cut));
            }
        }
        return parts.isEmpty() ? "Bình" : String.join(" ", random.nextBoolean() ? parts : parts.reversed());
    }

    @Test
    void whoIsFoundIsWhoIsSoCalledAndInCharge() {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
            String who = random.nextBoolean() ? "A" : "B";
            SignedIn.as(members.findByCode(who).orElseThrow().id());
            String typed = typed();
            var finder = new PeopleFinder(current, tree, members, random.nextBoolean() ? 0 : 200);
            long begun = System.nanoTime();
            var found = finder.find(typed, 8);
            millis.add((System.nanoTime() - begun) / 1e6);
            check(typed, who, found);
        }
        millis.sort(null);
        System.out.printf(
                "people=%d p50_ms=%.1f p99_ms=%.1f max_ms=%.1f%n",
                PEOPLE, millis.get(75), millis.get(148), millis.getLast());
    }

    private void check(String typed, String who, PeopleFinder.Found found) {
        String charge = who.equals("A") ? "/" : unit("X1").path();
        var wanted = MemberWords.of(typed);
        assertThat(found.people()).allSatisfy(member -> {
            assertThat(Members.begin(MemberWords.of(member.fullName() + " " + member.code()), wanted))
                    .as(typed + " in " + member.fullName())
                    .isTrue();
            assertThat(tree.get(member.unit()).path()).startsWith(charge);
        });
        if (!nameOf.isEmpty() && String.join("", wanted).length() > 1) {
            var all = new TreeSet<String>();
            nameOf.forEach((code, name) -> {
                if (unitOf.getOrDefault(code, "").startsWith(charge) && Members.begin(MemberWords.of(name), wanted)) {
                    all.add(code);
                }
            });
            assertThat(found.people().size()).as(typed).isGreaterThanOrEqualTo(Math.min(8, all.size()));
        }
    }

    private Unit unit(String code) {
        return tree.all().stream()
                .filter(u -> u.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
