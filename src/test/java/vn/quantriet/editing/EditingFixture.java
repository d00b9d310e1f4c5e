package vn.quantriet.editing;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.organisation.Role;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.search.Search;
import vn.quantriet.ui.Translations;

/** The module's services on a real database, over texts in memory, with a clock that a test moves. */
public final class EditingFixture implements AutoCloseable {
    private final ConfigurableApplicationContext portal;

    private EditingFixture(ConfigurableApplicationContext portal) {
        this.portal = portal;
    }

    /** @param folder holds the database; another start with it finds what was kept there */
    public static EditingFixture start(Path folder) {
        return new EditingFixture(new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0",
                        "--spring.main.banner-mode=off",
                        "--quantriet.data=" + folder));
    }

    public <T> T get(Class<T> type) {
        return portal.getBean(type);
    }

    /** Đặng Thị Mai, an editor. */
    public EditingFixture mai() {
        get(ActingMember.class).is(11, "Đặng Thị Mai", Role.MEMBER, Role.EDITOR);
        return this;
    }

    /** Bùi Trọng Nghĩa, another editor. */
    public EditingFixture nghia() {
        get(ActingMember.class).is(12, "Bùi Trọng Nghĩa", Role.MEMBER, Role.EDITOR);
        return this;
    }

    /** Trần Minh Khang, a reporter. */
    public EditingFixture khang() {
        get(ActingMember.class).is(7, "Trần Minh Khang", Role.MEMBER, Role.REPORTER);
        return this;
    }

    @Override
    public void close() {
        portal.close();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EntityScan("vn.quantriet.editing")
    @EnableJpaRepositories("vn.quantriet.editing")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({
        EditingDesk.class,
        DraftWriting.class,
        DraftPictures.class,
        ImportedDrafts.class,
        Reviewing.class,
        Releasing.class,
        Merging.class,
        ClauseFinder.class,
        DraftStore.class,
        DraftShelf.class,
        DraftAccess.class,
        FakeTexts.class,
        FakeAttachments.class,
        ActingMember.class,
        MovableClock.class,
        Translations.class
    })
    static class Setup {
        @Bean
        Search search() {
            return new Search() {
                @Override
                public Results find(Query query) {
                    return Results.none();
                }

                @Override
                public List<Suggestion> suggest(String typed, int limit) {
                    return List.of();
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
}
