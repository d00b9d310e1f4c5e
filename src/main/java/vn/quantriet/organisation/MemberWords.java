package vn.quantriet.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import vn.quantriet.ui.LeadingLetters;

/** The words of names, by which people are found. The caller has the transaction. */
@Component
class MemberWords {
    private final NamedParameterJdbcTemplate jdbc;

    MemberWords(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Words of a name, or of what is typed for one, as they are compared: lower case, no accents, letters and digits alone. */
    static List<String> of(String text) {
        return Stream.of(Members.fold(text).split("\\s+"))
                .map(word -> word.replaceAll("[^a-z0-9]", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static Collection<Long> beginnings(String fullName) {
        return of(fullName).stream().map(LeadingLetters::of).collect(Collectors.toSet());
    }

    /** @param names by the id of their member, who had none before */
    void add(Map<Long, String> names) {
        batch("insert into member_word (beginning, member_id) values (:beginning, :member)", names);
    }

    /** @param names that were added, by the id of their member */
    void remove(Map<Long, String> names) {
        batch("delete from member_word where beginning = :beginning and member_id = :member", names);
    }

    private void batch(String sql, Map<Long, String> names) {
        var rows = names.entrySet().stream()
                .flatMap(name -> beginnings(name.getValue()).stream()
                        .map(beginning ->
                                new MapSqlParameterSource("beginning", beginning).addValue("member", name.getKey())))
                .toArray(SqlParameterSource[]::new);
        if (rows.length > 0) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
