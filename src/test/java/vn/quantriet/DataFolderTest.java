package vn.quantriet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import vn.quantriet.ui.Mode;

class DataFolderTest {

    @Test
    void aRelativeFolderHoldsTheDatabase(@TempDir Path folder) throws SQLException {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(folder.toAbsolutePath());
        assertThat(relative).isRelative();

        var application = new SpringApplicationBuilder(DatabaseOnly.class).web(WebApplicationType.NONE);
        try (var portal = application.run("--quantriet.data=" + relative);
                var connection = portal.getBean(DataSource.class).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(portal.getBean(Mode.class).data()).isEqualTo(folder.toAbsolutePath());
        }

        assertThat(Files.exists(folder.resolve("database/quantriet.mv.db"))).isTrue();
    }

    @Test
    void whoSaysNothingServesInProductionAndInVietnamsTime() {
        var application = new SpringApplicationBuilder(DatabaseOnly.class).web(WebApplicationType.NONE);
        try (var portal = application.run()) {
            assertThat(portal.getBean(Mode.class).mode()).isEqualTo(Mode.Kind.PRODUCTION);
            assertThat(portal.getEnvironment().getProperty("quantriet.time-zone"))
                    .isEqualTo("Asia/Ho_Chi_Minh");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(Mode.class)
    static class DatabaseOnly {}
}
