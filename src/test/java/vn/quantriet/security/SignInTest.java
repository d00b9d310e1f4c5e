package vn.quantriet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.organisation.SignedInMember;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "quantriet.mode=trial",
            "vaadin.productionMode=true"
        })
class SignInTest {

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper mapper;

    @Test
    void apiAnswersStrangersInJsonInsteadOfRedirecting() throws Exception {
        web.perform(get("/api/nothing"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().json("{\"status\":401}"));
        web.perform(post("/api/nothing"))
                .andExpect(status().isForbidden())
                .andExpect(content().json("{\"status\":403}"));
        web.perform(post("/api/nothing").with(csrf().asHeader())).andExpect(status().isUnauthorized());
    }

    @Test
    void strangersAreSentToSignInAndComeBackToTheirAddressWithItsQuery() throws Exception {
        var asked = web.perform(get("/thu-vien/57-nq-tw?dieu=ii.1.a").accept("text/html"))
                .andExpect(redirectedUrl("/dang-nhap"))
                .andReturn();
        var session =
                (MockHttpSession) Objects.requireNonNull(asked.getRequest().getSession(false));
        web.perform(signIn("ha", "quantriet").session(session).with(csrf()))
                .andExpect(redirectedUrl("http://localhost/thu-vien/57-nq-tw?dieu=ii.1.a"));
    }

    @Test
    void sessionGetsANewIdAndHoldsWhoSignedInWithoutPassword() throws Exception {
        var session = new MockHttpSession();
        String before = session.getId();
        HttpServletRequest done = web.perform(
                        signIn("Lan", "quantriet").session(session).with(csrf()).with(request -> {
                            request.setRequestedSessionIdValid(true);
                            return request;
                        }))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getRequest();
        assertThat(done.getSession().getId()).isNotEqualTo(before);
        assertThat(done.getSession().getMaxInactiveInterval()).isEqualTo(8 * 60 * 60);
        var context = (SecurityContext) done.getSession().getAttribute("SPRING_SECURITY_CONTEXT");
        var signedIn = Objects.requireNonNull(context.getAuthentication());
        assertThat(signedIn.getPrincipal()).isInstanceOf(SignedInMember.class);
        assertThat(signedIn.getName()).isEqualTo("lan");
        assertThat(signedIn.getCredentials()).isNull();
        assertThat(signedIn.getAuthorities())
                .extracting("authority")
                .contains("ROLE_MEMBER", "ROLE_SECRETARY")
                .doesNotContain("ROLE_ADMINISTRATOR");
    }

    @Test
    void aNewPasswordEndsTheSessionAtItsNextRequest() throws Exception {
        var session = (MockHttpSession)
                Objects.requireNonNull(web.perform(signIn("khang", "quantriet").with(csrf()))
                        .andReturn()
                        .getRequest()
                        .getSession(false));
        assertThatThrownBy(() -> web.perform(get("/api/nothing").session(session)))
                .as("let through to Vaadin's servlet, which these tests do not start")
                .isInstanceOf(ServletException.class);
        assertThat(session.isInvalid()).isFalse();
        jdbc.sql("update account set credential = credential + 1 where username = 'khang'")
                .update();
        web.perform(get("/api/nothing").session(session)).andExpect(status().isUnauthorized());
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aRoleThatWasTakenAwayNoLongerHoldsAtTheNextRequest() throws Exception {
        var session = (MockHttpSession)
                Objects.requireNonNull(web.perform(signIn("binh", "quantriet").with(csrf()))
                        .andReturn()
                        .getRequest()
                        .getSession(false));
        var context = (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
        assertThat(authorities(context)).contains("ROLE_SECRETARY");

        jdbc.sql("update role_grant set role = 'REPORTER' where member_id = ("
                        + "select member_id from account where username = 'binh')")
                .update();
        try {
            assertThatThrownBy(() -> web.perform(get("/api/nothing").session(session)))
                    .isInstanceOf(ServletException.class);
            assertThat(authorities(context)).contains("ROLE_REPORTER").doesNotContain("ROLE_SECRETARY");
        } finally {
            jdbc.sql("update role_grant set role = 'SECRETARY' where member_id = ("
                            + "select member_id from account where username = 'binh')")
                    .update();
        }
    }

    private static List<String> authorities(SecurityContext context) {
        return Objects.requireNonNull(context.getAuthentication()).getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .toList();
    }

    @Test
    void bodyLargerThanAnyPageSendsIsNotReadToItsEnd() {
        for (String large : List.of("\"" + "a".repeat(5_000_000) + "\"", "[" + "\"\",".repeat(200_000) + "\"\"]")) {
            assertThatThrownBy(() -> mapper.readTree(large)).isInstanceOf(StreamConstraintsException.class);
        }
        assertThat(mapper.readTree("\"" + "a".repeat(2_500_000) + "\"").asString())
                .hasSize(2_500_000);
    }

    @Test
    void addressesClaimedInHeadersAreNotBelieved() throws Exception {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            web.perform(signIn("quantri", "đoán " + i).with(csrf()).header("X-Forwarded-For", "10.1.1." + i))
                    .andExpect(redirectedUrl("/dang-nhap?sai"));
        }
        web.perform(signIn("quantri", "quantriet").with(csrf()).header("X-Forwarded-For", "10.1.1.99"))
                .andExpect(redirectedUrl("/dang-nhap?cho"));
    }

    @Test
    void namesThatNoAccountCanHaveAreRefusedHoweverOften() throws Exception {
        for (int i = 0; i <= SignInThrottle.PER_PAIR; i++) {
            web.perform(signIn("a".repeat(61), "quantriet").with(csrf())).andExpect(redirectedUrl("/dang-nhap?sai"));
        }
    }

    @Test
    void wrongNameAndWrongPasswordAreAnsweredAlike() throws Exception {
        web.perform(signIn("minh", "sai mật khẩu").with(csrf())).andExpect(redirectedUrl("/dang-nhap?sai"));
        web.perform(signIn("khong-ai", "quantriet").with(csrf())).andExpect(redirectedUrl("/dang-nhap?sai"));
        web.perform(signIn("không ai", "quantriet").with(csrf())).andExpect(redirectedUrl("/dang-nhap?sai"));
    }

    @Test
    void afterTenFailuresEvenTheRightPasswordWaits() throws Exception {
        for (int i = 0; i < SignInThrottle.PER_PAIR; i++) {
            web.perform(signIn("tam", "đoán " + i).with(csrf())).andExpect(redirectedUrl("/dang-nhap?sai"));
        }
        web.perform(signIn("tam", "quantriet").with(csrf())).andExpect(redirectedUrl("/dang-nhap?cho"));
    }

    @Test
    void aFormOfAnEndedSessionIsAskedForAgain() throws Exception {
        web.perform(signIn("ha", "quantriet")).andExpect(redirectedUrl("/dang-nhap?lai"));
    }

    @Test
    void everyAnswerForbidsSniffingForeignFramesAndForeignScripts() throws Exception {
        web.perform(get("/api/nothing"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Security-Policy"))
                        .contains("frame-ancestors 'self'", "default-src 'self'"));
    }

    private static MockHttpServletRequestBuilder signIn(String username, String password) {
        return post("/dang-nhap/vao").param("username", username).param("password", password);
    }
}
