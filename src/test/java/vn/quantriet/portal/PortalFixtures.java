package vn.quantriet.portal;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time and chance under control. */
@TestConfiguration(proxyBeanMethods = false)
class PortalFixtures {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @Primary
    RandomGenerator fixedChance() {
        return new Random(7);
    }
}
