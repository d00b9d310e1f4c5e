package vn.quantriet.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.quantriet.organisation.OneTimeLinks;
import vn.quantriet.ui.Mode;
import vn.quantriet.ui.Translations;

/**
 * In production without an administrator, prints the link by which the first one comes in. It is meant to be read in the log:
 * whoever reads that already has the machine. Each start prints a new one and ends the one before.
 */
@Component
class FirstAdministratorLink {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorLink.class);

    private final OneTimeLinks links;
    private final Mode mode;
    private final Translations translations;
    private final Environment environment;

    FirstAdministratorLink(OneTimeLinks links, Mode mode, Translations translations, Environment environment) {
        this.links = links;
        this.mode = mode;
        this.translations = translations;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!mode.isTrial()) {
            links.issueForFirstAdministrator()
                    .map(this::address)
                    .ifPresent(address -> LOG.info(
                            "{}\n\n    {}\n",
                            translations.getTranslation("security.start.first-administrator", Translations.VIETNAMESE),
                            address));
        }
    }

    private String address(String token) {
        return "http://localhost:%s/%s/%s"
                .formatted(
                        environment.getProperty("local.server.port", "8080"),
                        OneTimeLinks.FIRST_ADMINISTRATOR_PATH,
                        token);
    }
}
