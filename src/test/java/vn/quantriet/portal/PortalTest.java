package vn.quantriet.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole portal without a browser: real library from {@code content/}, real database file, real index, the sample
 * organisation, and a clock that stands still. One portal serves all tests so marked; each acts as people of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "quantriet.mode=trial")
@AutoConfigureMockMvc
@Import({PortalFixtures.class, People.class})
@ContextConfiguration(initializers = PortalTest.FreshData.class)
public @interface PortalTest {

    /** Gives the portal a data folder of its own. */
    class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                var data = Files.createTempDirectory("quantriet-test").toString();
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("fresh data", Map.of("quantriet.data", data)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
