package vn.quantriet.portal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A {@link PortalTest} whose portal keeps its records in PostgreSQL: one role owns the tables, another one reads and writes them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "quantriet.mode=trial")
@AutoConfigureMockMvc
@Import({PortalFixtures.class, People.class})
@ContextConfiguration(initializers = {PortalTest.FreshData.class, OnPostgres.Database.class})
public @interface OnPostgres {

    /** Started once, and ended with the tests. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create role owner login");
                    statement.execute("create role portal login");
                    statement.execute("create database quantriet owner owner");
                }
                try (var connection = server.getDatabase("owner", "quantriet").getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create schema records");
                    statement.execute("grant usage on schema records to portal");
                    statement.execute("alter default privileges in schema records"
                            + " grant select, insert, update, delete on tables to portal");
                    statement.execute("alter default privileges in schema records grant usage on sequences to portal");
                }
                String url =
                        server.getJdbcUrl("portal", "quantriet").replaceAll("\\?.*", "") + "?currentSchema=records";
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "postgres",
                                Map.of(
                                        "spring.datasource.url", url,
                                        "spring.datasource.username", "portal",
                                        "spring.flyway.url", url,
                                        "spring.flyway.user", "owner",
                                        "spring.flyway.password", "",
                                        "spring.flyway.default-schema", "records")));
                context.addApplicationListener(event -> {
                    if (event instanceof ContextClosedEvent) {
                        close(server);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
