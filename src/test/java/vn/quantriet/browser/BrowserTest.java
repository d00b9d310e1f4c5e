package vn.quantriet.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import vn.quantriet.portal.PortalTest;

/** The whole portal in trial mode on a free port, with Chromium to visit it, and time that passes eight times as fast. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // React is off as in the build, whose own word for it is not among the classes.
        properties = {
            "quantriet.mode=trial",
            "quantriet.reading.beat=250ms",
            "vaadin.productionMode=true",
            "vaadin.react.enable=false"
        })
@ContextConfiguration(initializers = PortalTest.FreshData.class)
@Import(BrowserTest.Time.class)
@ExtendWith(Chromium.class)
@interface BrowserTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        private static final int SPEED = 8;

        @Bean
        @Primary
        Clock fastClock() {
            return new FastClock(SPEED);
        }
    }
}
