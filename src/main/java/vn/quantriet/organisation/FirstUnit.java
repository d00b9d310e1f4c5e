package vn.quantriet.organisation;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there must be before anything can be imported: a topmost unit, and a person in it. The caller has the transaction. */
@Component
class FirstUnit {
    private static final String CODE = "quan-tri-";

    private final Units units;
    private final CachedUnitTree tree;
    private final MemberWords words;
    private final JdbcClient jdbc;

    FirstUnit(Units units, CachedUnitTree tree, MemberWords words, JdbcClient jdbc) {
        this.units = units;
        this.tree = tree;
        this.words = words;
        this.jdbc = jdbc;
    }

    UnitId create(String code, String name) {
        UnitId root = units.addRoot(code, name);
        tree.replaceAfterCommit();
        return root;
    }

    /** An administrator need not be a party member; an import that has them by this code may say so. */
    MemberId addMember(UnitId unit, String fullName) {
        long administrators = jdbc.sql("select count(*) from member where code like :code")
                .param("code", CODE + "%")
                .query(Long.class)
                .single();
        String code = CODE + (administrators + 1);
        jdbc.sql("""
                        insert into member (code, full_name, folded, unit_id, party_member)
                        values (:code, :name, :folded, :unit, false)""")
                .param("code", code)
                .param("name", fullName)
                .param("folded", Members.fold(fullName + " " + code))
                .param("unit", unit.value())
                .update();
        long id = jdbc.sql("select id from member where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
        words.add(Map.of(id, fullName));
        return new MemberId(id);
    }
}
