package vn.quantriet.oversight;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import vn.quantriet.study.Campaigning;
import vn.quantriet.ui.Translations;

/**
 * Oversight and what it reads of study, on a real database; people and units are the test's. Nothing runs by schedule. Bears no
 * configuration annotation: the whole portal must not find it, nor a test of it add the whole portal.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@EntityScan("vn.quantriet.study")
@EnableJpaRepositories("vn.quantriet.study")
@Import({
    Campaigning.class,
    FreshCount.class,
    RollupRows.class,
    CompletionRollup.class,
    CompletionCheck.class,
    MissingMembers.class,
    OversightDesk.class,
    MissingListExport.class,
    Translations.class,
    SampleUnits.class,
    SampleMembers.class,
    ActingMember.class,
    SampleLibrary.class,
    Studying.class,
    World.class
})
public class Portal {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T07:05:00Z"), ZONE);
    }
}
