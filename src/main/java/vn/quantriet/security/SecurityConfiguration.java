package vn.quantriet.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.quantriet.organisation.Accounts;
import vn.quantriet.security.SignInAddresses.Notice;

/** What the web layer lets through, and what it answers to those it does not. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /**
     * Vaadin starts from an inline script and evaluates what the server sends, so scripts cannot be held tighter than this;
     * nothing comes from another host, and no other host may frame a page or receive a form.
     */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'");

    /** Visitors have the shorter time of application.yaml, so that those who only look in fill no memory. */
    private static final Duration SIGNED_IN = Duration.ofHours(8);

    @Bean
    SecurityFilterChain filters(HttpSecurity http, VaadinDefaultRequestCache requestCache, Accounts accounts) {
        RequestMatcher api = PathPatternRequestMatcher.pathPattern("/api/**");
        RequestMatcher signInForm = PathPatternRequestMatcher.pathPattern("/" + SignInAddresses.SIGN_IN_FORM);
        requestCache.ignoreRequests(api);
        requestCache.setDelegateRequestCache(rememberedAddress());

        http.exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        (request, response, refusal) -> answer(response, HttpStatus.UNAUTHORIZED, "sign in first"), api)
                .defaultAccessDeniedHandlerFor(
                        (request, response, refusal) -> answer(response, HttpStatus.FORBIDDEN, "not allowed"), api)
                // The session that the form belongs to is over: a new page has a new token.
                .defaultAccessDeniedHandlerFor(
                        (request, response, refusal) -> redirect(request, response, Notice.AGAIN), signInForm));
        http.authorizeHttpRequests(requests ->
                requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll());
        http.with(
                vaadin(),
                vaadin -> vaadin.loginView("/" + SignInAddresses.SIGN_IN, Notice.SIGNED_OUT.address())
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        // After Vaadin's part, which names the page of the form; otherwise Spring would offer one of its own.
        http.formLogin(form -> form.loginProcessingUrl("/" + SignInAddresses.SIGN_IN_FORM)
                .failureHandler((request, response, failure) -> redirect(request, response, notice(failure))));
        http.sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy((member, request, response) ->
                request.getSession().setMaxInactiveInterval((int) SIGNED_IN.toSeconds())));
        http.addFilterBefore(new PresentStanding(accounts), AnonymousAuthenticationFilter.class);
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                // No page is kept by a browser or on the way; who answers something lasting says so afterwards.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store"))
                .withObjectPostProcessor(writtenFirst()));
        return http.build();
    }

    /** Before the answer: Vaadin ends a page in a way that Spring does not see, and its headers would come too late. */
    private static ObjectPostProcessor<HeaderWriterFilter> writtenFirst() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** Brings people back to exactly the address they asked for; Spring would add a parameter of its own to it. */
    @SuppressWarnings("NullAway") // Null is Spring's own word for "no parameter", though its annotation denies it.
    private static HttpSessionRequestCache rememberedAddress() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static Notice notice(AuthenticationException failure) {
        return failure instanceof LockedException ? Notice.WAIT : Notice.WRONG;
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, Notice notice)
            throws IOException {
        response.sendRedirect(request.getContextPath() + notice.address());
    }

    private static void answer(HttpServletResponse response, HttpStatus status, String reason) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("{\"status\":%d,\"reason\":\"%s\"}".formatted(status.value(), reason));
    }
}
