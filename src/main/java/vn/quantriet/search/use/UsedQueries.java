package vn.quantriet.search.use;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.ui.LeadingLetters;

/** The rows of what was asked. */
@Repository
@Transactional
class UsedQueries {
    private static final int IN_ONE_GO = 500;
    private static final int DAYS_OF_A_FREQUENT_ONE = 3;
    private static final int DAYS_OF_A_SHOWN_ONE = 2;

    private static final String ADD_TO_QUERY = """
            update search_query
               set asked = asked + :asked, missed = missed + :missed, opened = opened + :opened,
                   shared = (shared or :shared), last_day = case when last_day < :day then :day else last_day end
             where text = :text""";
    private static final String NEW_QUERY = """
            insert into search_query
                (text, beginning, asked, missed, opened, days, last_day, shared, frequent, ignored)
            values (:text, :beginning, :asked, :missed, :opened, 0, :day, :shared, false, false)""";
    private static final String ADD_TO_DAY = """
            update search_query_day
               set asked = asked + :asked, missed = missed + :missed, opened = opened + :opened,
                   shared = (shared or :shared)
             where query_id = :id and on_day = :day""";
    private static final String NEW_DAY = """
            insert into search_query_day (query_id, on_day, asked, missed, opened, shared)
            values (:id, :day, :asked, :missed, :opened, :shared)""";
    private static final String ONE_MORE_DAY = "update search_query set days = days + 1 where id = :id";
    private static final String FREQUENT = """
            update search_query set frequent = (asked > missed and (shared or days >= :days)) where id in (:ids)""";
    private static final String SUM_UP = """
            update search_query
               set asked = (select coalesce(sum(d.asked), 0) from search_query_day d where d.query_id = search_query.id),
                   missed = (select coalesce(sum(d.missed), 0) from search_query_day d where d.query_id = search_query.id),
                   opened = (select coalesce(sum(d.opened), 0) from search_query_day d where d.query_id = search_query.id),
                   days = (select count(*) from search_query_day d where d.query_id = search_query.id),
                   shared = exists (select 1 from search_query_day d where d.query_id = search_query.id and d.shared)
             where id in (:ids)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    UsedQueries(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A query on one day. */
    record Used(QueryText text, LocalDate day) {}

    /** What may be shown of a query: never whether it is one member's. */
    record Row(long id, String text, int asked, int missed, int opened, LocalDate lastDay) {}

    /**
     * Adds counts, all or none.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another node has just added the first of the same; to be tried again
     */
    void add(Map<Used, UseCounts> counts) {
        // In one order on every node, so that no two wait for each other.
        List<Map.Entry<Used, UseCounts>> all = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Used, UseCounts> entry) ->
                                entry.getKey().text().value())
                        .thenComparing(entry -> entry.getKey().day()))
                .toList();
        for (int from = 0; from < all.size(); from += IN_ONE_GO) {
            addSome(all.subList(from, Math.min(all.size(), from + IN_ONE_GO)));
        }
    }

    private void addSome(List<Map.Entry<Used, UseCounts>> some) {
        Map<QueryText, MapSqlParameterSource> sums = new LinkedHashMap<>();
        Map<QueryText, UseCounts> counts = new HashMap<>();
        some.forEach(entry -> {
            var text = entry.getKey().text();
            // The last day is the latest: they come in order.
            sums.put(text, parameters(entry.getKey(), counts.merge(text, entry.getValue(), UseCounts::plus)));
        });
        var texts = List.copyOf(sums.values());
        batches.batchUpdate(NEW_QUERY, unchanged(texts, ADD_TO_QUERY));
        Map<String, Long> ids = ids(sums.keySet());
        var days = some.stream()
                .map(entry -> parameters(entry.getKey(), entry.getValue())
                        .addValue("id", ids.get(entry.getKey().text().value())))
                .toList();
        var newDays = unchanged(days, ADD_TO_DAY);
        batches.batchUpdate(NEW_DAY, newDays);
        batches.batchUpdate(ONE_MORE_DAY, newDays);
        refreshFrequent(List.copyOf(ids.values()));
    }

    /** Those for which an update finds no row. */
    private SqlParameterSource[] unchanged(List<MapSqlParameterSource> rows, String update) {
        int[] changed = batches.batchUpdate(update, rows.toArray(SqlParameterSource[]::new));
        return IntStream.range(0, changed.length)
                .filter(i -> changed[i] == 0)
                .mapToObj(rows::get)
                .toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource parameters(Used used, UseCounts counts) {
        return new MapSqlParameterSource("text", used.text().value())
                .addValue("beginning", LeadingLetters.of(used.text().folded()))
                .addValue("day", used.day())
                .addValue("asked", counts.asked())
                .addValue("missed", counts.missed())
                .addValue("opened", counts.opened())
                .addValue("shared", counts.shared());
    }

    private Map<String, Long> ids(Collection<QueryText> texts) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select id, text from search_query where text in (:texts)")
                .param("texts", texts.stream().map(QueryText::value).toList())
                .query(row -> {
                    ids.put(row.getString("text"), row.getLong("id"));
                });
        return ids;
    }

    private void refreshFrequent(List<Long> ids) {
        jdbc.sql(FREQUENT)
                .param("days", DAYS_OF_A_FREQUENT_ONE)
                .param("ids", ids)
                .update();
    }

    /** Forgets days before one; a query without any is gone, but that an editor ignores it is remembered. */
    void forgetBefore(LocalDate day) {
        List<Long> touched = jdbc.sql("select distinct query_id from search_query_day where on_day < :day")
                .param("day", day)
                .query((row, number) -> row.getLong("query_id"))
                .list();
        jdbc.sql("delete from search_query_day where on_day < :day")
                .param("day", day)
                .update();
        for (int from = 0; from < touched.size(); from += IN_ONE_GO) {
            var ids = touched.subList(from, Math.min(touched.size(), from + IN_ONE_GO));
            jdbc.sql(SUM_UP).param("ids", ids).update();
            jdbc.sql("delete from search_query where id in (:ids) and days = 0 and not ignored")
                    .param("ids", ids)
                    .update();
            refreshFrequent(ids);
        }
    }

    void ignore(long id) {
        jdbc.sql("update search_query set ignored = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Queries that may be shown and found nothing, those that did so most often first. */
    @Transactional(readOnly = true)
    List<Row> missed(int skip, int size) {
        return shown("missed > 0", "missed desc", skip, size);
    }

    /** Queries that may be shown and found something that nobody ever opened, the most frequent first. */
    @Transactional(readOnly = true)
    List<Row> unopened(int skip, int size) {
        return shown("opened = 0 and asked > missed", "asked desc", skip, size);
    }

    /** Queries that may be suggested, by the beginning of their text without accents, the most frequent first. */
    @Transactional(readOnly = true)
    List<String> frequent(String folded, int most) {
        return jdbc.sql("""
                        select text from search_query
                         where frequent and beginning between :from and :to and not ignored
                         order by asked desc, id fetch first :most rows only""")
                .param("from", LeadingLetters.of(folded))
                .param("to", LeadingLetters.last(folded))
                .param("most", most)
                .query((row, number) -> row.getString("text"))
                .list();
    }

    private List<Row> shown(String which, String order, int skip, int size) {
        return jdbc.sql("select id, text, asked, missed, opened, last_day from search_query where " + which
                        + " and not ignored and (shared or days >= :days) order by " + order
                        + ", last_day desc, id offset :skip rows fetch next :size rows only")
                .param("days", DAYS_OF_A_SHOWN_ONE)
                .param("skip", skip)
                .param("size", size)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("text"),
                        row.getInt("asked"),
                        row.getInt("missed"),
                        row.getInt("opened"),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }
}
