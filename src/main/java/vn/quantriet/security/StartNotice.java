package vn.quantriet.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * Says in the log where the portal is, in which mode, and what to do next. In production without an administrator that is the
 * link by which the first one comes in: whoever reads the log already has the machine. Each start prints a new link and ends
 * the one before.
 */
@Component
class StartNotice {
    private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

    private final OneTimeLinks links;
    private final Mode mode;
    private final Translations translations;
    private final Environment environment;

    StartNotice(OneTimeLinks links, Mode mode, Translations translations, Environment environment) {
        this.links = links;
        this.mode = mode;
        this.translations = translations;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        String address =
                "http://localhost:%s%s".formatted(port, environment.getProperty("server.servlet.context-path", ""));
        Optional<String> link = (mode.isTrial() ? Optional.<String>empty() : links.issueForFirstAdministrator())
                .map(token -> "%s/%s/%s".formatted(address, OneTimeLinks.FIRST_ADMINISTRATOR_PATH, token));
        LOG.info("{}", text(translations, mode, address, link));
    }

    static String text(Translations translations, Mode mode, String address, Optional<String> firstAdministrator) {
        String next = mode.isTrial()
                ? "security.start.trial"
                : firstAdministrator.isPresent() ? "security.start.first-administrator" : "security.start.production";
        List<String> lines = new ArrayList<>();
        for (Locale language : List.of(Translations.VIETNAMESE, Translations.ENGLISH)) {
            lines.add("");
            lines.add("  " + translations.getTranslation("security.start.ready", language, address));
            lines.add("  " + translations.getTranslation(next, language));
            firstAdministrator.ifPresent(link -> lines.add("    " + link));
        }
        lines.add("");
        return String.join("\n", lines);
    }
}
