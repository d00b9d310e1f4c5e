package vn.quantriet.search.use;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.quantriet.content.ActingAuthor;
import vn.quantriet.content.Author;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.WordList;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.search.Search;
import vn.quantriet.ui.Translations;

/**
 * What the page of search words needs, on a real database, for an editor; lines and passages are the test's. Bears no configuration
 * annotation: the whole portal must not find it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import({UsedQueries.class, UseReview.class, SearchWords.class, Translations.class})
public class UsePortal {
    public static final String DATABASE = "spring.datasource.url=jdbc:h2:mem:use;DB_CLOSE_DELAY=-1";

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T07:05:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Bean
    CurrentMember currentMember() {
        var editor = new Actor();
        editor.is(7, Role.MEMBER, Role.EDITOR);
        return editor;
    }

    @Bean
    ActingAuthor actingAuthor() {
        return () -> new Author("Mai", "mai@example.vn");
    }

    @Bean
    WordList wordList() {
        return new WordList() {
            private List<String> lines = List.of("# Viết tắt", "TW = trung ương", "XHCN = xã hội chủ nghĩa");

            @Override
            public List<String> lines() {
                return lines;
            }

            @Override
            public void change(UnaryOperator<List<String>> change, Author author, String message) {
                lines = List.copyOf(change.apply(lines));
            }
        };
    }

    /** Finds twelve passages whatever is asked, and suggests one title. */
    @Bean
    Search search() {
        return new Search() {
            @Override
            public Results find(Query query) {
                return new Results(List.of(), 12, 3, Map.of(), Optional.empty(), Optional.empty());
            }

            @Override
            public List<Suggestion> suggest(String typed, int limit) {
                return List.of(new Suggestion(
                        Suggestion.Sort.TEXT, "Đổi mới quản lý nông nghiệp", "10-NQ/TW", Optional.empty()));
            }

            @Override
            public List<Hit> similar(String key, int limit) {
                return List.of();
            }

            @Override
            public List<Hit> citing(ClauseRef clause, int limit) {
                return List.of();
            }

            @Override
            public boolean building() {
                return false;
            }
        };
    }
}
