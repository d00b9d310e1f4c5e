package vn.quantriet.oversight;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberNotFound;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitTree;

/** Members who join by the test's word, in memory and in the database. */
class SampleMembers implements MemberDirectory {
    private final Map<MemberId, MemberProfile> profiles = new LinkedHashMap<>();
    private final UnitTree units;
    private final JdbcClient jdbc;

    SampleMembers(UnitTree units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    MemberId join(Unit unit, String name) {
        return join(unit, name, true);
    }

    MemberId joinAsNonMember(Unit unit, String name) {
        return join(unit, name, false);
    }

    private MemberId join(Unit unit, String name, boolean partyMember) {
        var id = new MemberId(profiles.size() + 1);
        jdbc.sql("insert into member (id, code, full_name, folded, unit_id, party_member) values (?, ?, ?, '', ?, ?)")
                .params(id.value(), "M" + id.value(), name, unit.id().value(), partyMember)
                .update();
        profiles.put(
                id, new MemberProfile(id, "M" + id.value(), name, unit.id(), partyMember, Optional.of("Chi ủy viên")));
        return id;
    }

    void transfer(MemberId id, Unit unit) {
        var before = get(id);
        jdbc.sql("update member set unit_id = ? where id = ?")
                .params(unit.id().value(), id.value())
                .update();
        profiles.put(
                id,
                new MemberProfile(
                        id, before.code(), before.fullName(), unit.id(), before.partyMember(), before.post()));
    }

    @Override
    public MemberProfile get(MemberId id) {
        return Optional.ofNullable(profiles.get(id)).orElseThrow(() -> new MemberNotFound(id));
    }

    @Override
    public Optional<MemberProfile> findByCode(String code) {
        return profiles.values().stream().filter(p -> p.code().equals(code)).findFirst();
    }

    @Override
    public Map<MemberId, MemberProfile> profiles(Collection<MemberId> ids) {
        return ids.stream()
                .distinct()
                .filter(profiles::containsKey)
                .collect(Collectors.toMap(Function.identity(), this::get));
    }

    @Override
    public List<MemberPlace> partyMembersWithin(Unit unit) {
        return profiles.values().stream()
                .filter(p -> p.partyMember() && units.get(p.unit()).isWithin(unit))
                .map(p -> new MemberPlace(p.id(), p.unit()))
                .toList();
    }

    void clear() {
        jdbc.sql("delete from member").update();
        profiles.clear();
    }
}
