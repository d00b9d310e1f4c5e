package vn.quantriet.organisation;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the unit tree. */
@Repository
class Units {
    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Parents before children, children in the order of their codes. */
    List<Unit> all() {
        return jdbc.sql("select id, parent_id, code, name, kind, path, depth from unit order by depth, code")
                .query((row, number) -> new Unit(
                        new UnitId(row.getLong("id")),
                        Optional.ofNullable(row.getObject("parent_id", Long.class))
                                .map(UnitId::new),
                        row.getString("code"),
                        row.getString("name"),
                        Unit.Kind.valueOf(row.getString("kind")),
                        row.getString("path"),
                        row.getInt("depth")))
                .list();
    }

    /** Adds the first unit of an empty tree. */
    UnitId addRoot(String code, String name) {
        jdbc.sql("""
                        insert into unit (code, name, kind, path, depth)
                        values (:code, :name, 'PROVINCIAL_COMMITTEE', '', 0)""").param("code", code).param("name", name).update();
        long id = jdbc.sql("select id from unit where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
        jdbc.sql("update unit set path = :path where id = :id")
                .param("path", "/" + id + "/")
                .param("id", id)
                .update();
        return new UnitId(id);
    }
}
