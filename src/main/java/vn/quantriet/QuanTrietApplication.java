package vn.quantriet;

import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the portal: one process with its database, index and library embedded. Beans carry their full class names, so that two
 * modules may use the same word.
 */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        // Would make a user whose password it prints, wherever the security module is not there.
        exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
@NpmPackage(value = "@fontsource/be-vietnam-pro", version = "5.3.0")
@NpmPackage(value = "@fontsource/source-serif-4", version = "5.3.0")
@NpmPackage(value = "reveal.js", version = "6.0.2")
public class QuanTrietApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(QuanTrietApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addMetaTag("color-scheme", "light dark");
    }

    /** The one source of time and of its zone; tests replace it. */
    @Bean
    Clock clock(@Value("${quantriet.time-zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
