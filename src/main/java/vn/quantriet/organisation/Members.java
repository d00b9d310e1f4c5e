package vn.quantriet.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.ui.LeadingLetters;

/** The rows of members, read. */
@Repository
@Transactional(readOnly = true)
class Members implements MemberDirectory {

    private static final int IDS_PER_QUERY = 1000;

    /** Of two words with more names each it matters little which is looked up. */
    private static final int COMMON = 20_000;

    private static final String PROFILE = """
            select m.id, m.code, m.full_name, m.unit_id, m.party_member,
                (select p.title from post p
                  where p.member_id = m.id and p.held_from <= :today and (p.held_to is null or p.held_to > :today)
                  order by p.held_from desc, p.id desc fetch first 1 row only) as post
              from member m
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Members(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public MemberProfile get(MemberId id) {
        return jdbc.sql(PROFILE + " where m.id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id.value())
                .query(Members::profile)
                .optional()
                .orElseThrow(() -> new MemberNotFound(id));
    }

    @Override
    public Optional<MemberProfile> findByCode(String code) {
        return jdbc.sql(PROFILE + " where m.code = :code")
                .param("today", LocalDate.now(clock))
                .param("code", code)
                .query(Members::profile)
                .optional();
    }

    @Override
    public Map<MemberId, MemberProfile> profiles(Collection<MemberId> ids) {
        List<Long> wanted = ids.stream().map(MemberId::value).distinct().toList();
        Map<MemberId, MemberProfile> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += IDS_PER_QUERY) {
            jdbc.sql(PROFILE + " where m.id in (:ids)")
                    .param("today", LocalDate.now(clock))
                    .param("ids", wanted.subList(from, Math.min(from + IDS_PER_QUERY, wanted.size())))
                    .query(Members::profile)
                    .list()
                    .forEach(profile -> found.put(profile.id(), profile));
        }
        return Map.copyOf(found);
    }

    @Override
    public List<MemberPlace> partyMembersWithin(Unit unit) {
        return jdbc.sql("""
                        select m.id, m.unit_id from member m join unit u on u.id = m.unit_id
                         where m.party_member and u.path like :path order by m.id""")
                .param("path", unit.path() + "%")
                .query((row, number) ->
                        new MemberPlace(new MemberId(row.getLong("id")), new UnitId(row.getLong("unit_id"))))
                .list();
    }

    /** How many people belong directly to each unit that has any. */
    Map<UnitId, Integer> countsByUnit() {
        Map<UnitId, Integer> counts = new HashMap<>();
        jdbc.sql("select unit_id, count(*) as people from member group by unit_id")
                .query(row -> {
                    counts.put(new UnitId(row.getLong("unit_id")), row.getInt("people"));
                });
        return counts;
    }

    /** How many people of the subtree have every word of {@code words} in name or code, whatever the accents. */
    long count(Unit within, String words) {
        var filter = new Filter(words);
        return jdbc.sql("select count(*) from member m join unit u on u.id = m.unit_id where u.path like :path"
                        + filter.condition())
                .param("path", within.path() + "%")
                .params(filter.params())
                .query(Long.class)
                .single();
    }

    /** The people that {@link #count} counts, by name. */
    List<MemberProfile> page(Unit within, String words, int skip, int size) {
        var filter = new Filter(words);
        return jdbc.sql(PROFILE + " join unit u on u.id = m.unit_id where u.path like :path" + filter.condition()
                        + " order by m.folded, m.id offset :skip rows fetch next :size rows only")
                .param("today", LocalDate.now(clock))
                .param("path", within.path() + "%")
                .params(filter.params())
                .param("skip", skip)
                .param("size", size)
                .query(Members::profile)
                .list();
    }

    /** People of some units whose name has a word that begins with each of {@code words}. */
    List<MemberProfile> namedIn(Collection<UnitId> units, List<String> words, int most) {
        if (units.isEmpty()) {
            return List.of();
        }
        var names = new NameFilter(words);
        return jdbc.sql(PROFILE + " where m.unit_id in (:units)" + names.condition()
                        + " order by m.folded, m.id fetch first :most rows only")
                .param("today", LocalDate.now(clock))
                .param("units", units.stream().map(UnitId::value).toList())
                .params(names.params())
                .param("most", most)
                .query(Members::profile)
                .list();
    }

    /** Those of {@code ids} whose name has a word that begins with each of {@code words}. */
    List<MemberProfile> named(List<Long> ids, List<String> words) {
        var names = new NameFilter(words);
        return jdbc.sql(PROFILE + " where m.id in (:ids)" + names.condition())
                .param("today", LocalDate.now(clock))
                .param("ids", ids)
                .params(names.params())
                .query(Members::profile)
                .list();
    }

    /**
     * Ids of members, some twice, by that of {@code words} with which the fewest words of names begin. Reads an index alone, and of each word no
     * more of it than it takes to know that it is common.
     */
    List<Long> withRarest(List<String> words, int most) {
        String rarest = words.getFirst();
        long fewest = Long.MAX_VALUE;
        for (String word : words) {
            long rows = words.size() == 1 ? 0 : countUpTo(COMMON, word);
            if (rows < fewest) {
                rarest = word;
                fewest = rows;
            }
        }
        return jdbc.sql("select member_id from member_word where beginning between :from and :to"
                        + " order by beginning, member_id fetch first :most rows only")
                .param("from", LeadingLetters.of(rarest))
                .param("to", LeadingLetters.last(rarest))
                .param("most", most)
                .query((row, number) -> row.getLong("member_id"))
                .list();
    }

    private long countUpTo(int most, String word) {
        return jdbc.sql("select count(*) from (select beginning from member_word"
                        + " where beginning between :from and :to fetch first :most rows only) w")
                .param("from", LeadingLetters.of(word))
                .param("to", LeadingLetters.last(word))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** Whether each of {@code beginnings} begins one of {@code words}. */
    static boolean begin(List<String> words, List<String> beginnings) {
        return beginnings.stream().allMatch(typed -> words.stream().anyMatch(word -> word.startsWith(typed)));
    }

    /** Lower case without accents, as people are searched. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    private static MemberProfile profile(ResultSet row, int number) throws SQLException {
        return new MemberProfile(
                new MemberId(row.getLong("id")),
                row.getString("code"),
                row.getString("full_name"),
                new UnitId(row.getLong("unit_id")),
                row.getBoolean("party_member"),
                Optional.ofNullable(row.getString("post")));
    }

    /** Of words as {@link MemberWords#of} gives them: nothing in them is a sign to {@code like}. */
    private static final class NameFilter {
        /** H'Hen is one word, with and without its sign. */
        private static final String NAME = "replace(replace(replace(m.folded, '''', ''), '’', ''), '-', '')";

        private final Map<String, Object> params = new HashMap<>();
        private final StringBuilder condition = new StringBuilder();

        NameFilter(List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                condition.append(" and (" + NAME + " like :first" + i + " or " + NAME + " like :later" + i + ")");
                params.put("first" + i, words.get(i) + "%");
                params.put("later" + i, "% " + words.get(i) + "%");
            }
        }

        String condition() {
            return condition.toString();
        }

        Map<String, Object> params() {
            return params;
        }
    }

    private static final class Filter {
        private final Map<String, Object> params = new HashMap<>();
        private final List<String> conditions = new ArrayList<>();

        Filter(String words) {
            for (String word : fold(words).strip().split("\\s+")) {
                if (!word.isEmpty() && params.size() < 8) {
                    String name = "word" + params.size();
                    conditions.add(" and m.folded like :" + name + " escape '!'");
                    params.put(name, "%" + word.replaceAll("[!%_]", "!$0") + "%");
                }
            }
        }

        String condition() {
            return String.join("", conditions);
        }

        Map<String, Object> params() {
            return params;
        }
    }
}
