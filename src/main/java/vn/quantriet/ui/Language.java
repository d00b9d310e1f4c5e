package vn.quantriet.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language a reader chose, kept in a cookie that pages and endpoints share; Vietnamese until they choose. */
@Configuration(proxyBeanMethods = false)
class Language {
    private static final String COOKIE = "qt-lang";
    private static final Duration KEPT = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver(COOKIE);
        resolver.setDefaultLocale(Translations.VIETNAMESE);
        resolver.setLanguageTagCompliant(true);
        return resolver;
    }

    @Bean
    VaadinServiceInitListener sessionsSpeakTheChosenLanguage() {
        return (ServiceInitEvent service) -> {
            service.getSource().addSessionInitListener(e -> e.getSession().setLocale(chosen(e.getRequest())));
            service.addIndexHtmlRequestListener(page -> page.getDocument()
                    .child(0)
                    .attr("lang", chosen(page.getVaadinRequest()).getLanguage()));
        };
    }

    /** Changes the language of the whole session and shows the page again in it. */
    static void choose(UI ui, Locale locale) {
        var cookie = new Cookie(COOKIE, locale.toLanguageTag());
        cookie.setPath("/");
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(cookie);
        ui.getSession().setLocale(locale);
        ui.getPage().reload();
    }

    private static Locale chosen(VaadinRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Translations.VIETNAMESE;
        }
        return Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .anyMatch(cookie -> cookie.getValue().startsWith("en"))
                ? Translations.ENGLISH
                : Translations.VIETNAMESE;
    }
}
