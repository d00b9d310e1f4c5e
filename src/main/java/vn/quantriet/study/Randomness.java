package vn.quantriet.study;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where draws get their chance from; tests replace it. */
@Configuration(proxyBeanMethods = false)
class Randomness {

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
