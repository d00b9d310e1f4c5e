package vn.quantriet.oversight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitNotFound;
import vn.quantriet.organisation.UnitTree;

/** A tree of units grown by the test, in memory and in the database. */
class SampleUnits implements UnitTree {
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final JdbcClient jdbc;

    SampleUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Unit root(String name) {
        return put(new Unit(new UnitId(1), Optional.empty(), "U1", name, Unit.Kind.PROVINCIAL_COMMITTEE, "/1/", 0));
    }

    Unit below(Unit parent, String name) {
        long id = units.size() + 1;
        var kind = Unit.Kind.values()[parent.depth() + 1];
        return put(new Unit(
                new UnitId(id),
                Optional.of(parent.id()),
                "U" + id,
                name,
                kind,
                parent.path() + id + "/",
                parent.depth() + 1));
    }

    /** Hangs {@code unit}, which has nothing below it, under another; in memory at once, as nobody asks before the commit. */
    Unit move(Unit unit, Unit parent) {
        var moved = new Unit(
                unit.id(),
                Optional.of(parent.id()),
                unit.code(),
                unit.name(),
                unit.kind(),
                parent.path() + unit.id().value() + "/",
                parent.depth() + 1);
        jdbc.sql("update unit set parent_id = ?, path = ?, depth = ? where id = ?")
                .params(
                        parent.id().value(),
                        moved.path(),
                        moved.depth(),
                        unit.id().value())
                .update();
        units.put(unit.id(), moved);
        return moved;
    }

    private Unit put(Unit unit) {
        jdbc.sql("insert into unit (id, parent_id, code, name, kind, path, depth) values (?, ?, ?, ?, ?, ?, ?)")
                .param(unit.id().value())
                .param(unit.parent().map(UnitId::value).orElse(null))
                .param(unit.code())
                .param(unit.name())
                .param(unit.kind().name())
                .param(unit.path())
                .param(unit.depth())
                .update();
        units.put(unit.id(), unit);
        return unit;
    }

    @Override
    public Unit get(UnitId id) {
        return find(id).orElseThrow(() -> new UnitNotFound(id));
    }

    @Override
    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    @Override
    public Optional<Unit> root() {
        return find(new UnitId(1));
    }

    @Override
    public List<Unit> children(UnitId id) {
        return units.values().stream()
                .filter(unit -> unit.parent().equals(Optional.of(id)))
                .sorted(Comparator.comparing(Unit::code))
                .toList();
    }

    @Override
    public List<Unit> lineage(UnitId id) {
        List<Unit> lineage = new ArrayList<>();
        for (Optional<Unit> unit = Optional.of(get(id));
                unit.isPresent();
                unit = unit.get().parent().map(this::get)) {
            lineage.addFirst(unit.get());
        }
        return lineage;
    }

    @Override
    public List<Unit> all() {
        return List.copyOf(units.values());
    }

    void clear() {
        jdbc.sql("delete from unit").update();
        units.clear();
    }
}
