package vn.quantriet.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.organisation.OneTimeLinks.FirstAdministrator;
import vn.quantriet.portal.MovableClock;

@OrganisationTest
@Import(OneTimeLinksTest.AdjustableTime.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class OneTimeLinksTest {
    private static final FirstAdministrator PERSON =
            new FirstAdministrator("Trần Quản Lý", "QuanLy", "một hai ba bốn", "TINH", "Đảng bộ tỉnh");

    @Autowired
    OneTimeLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    OrganisationAdministration administration;

    @Autowired
    CurrentMember currentMember;

    @Autowired
    UnitTree tree;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @AfterEach
    void signOut() {
        SignedIn.nobody();
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndAdministersTheNewRoot() {
        String token = links.issueForFirstAdministrator().orElseThrow();
        assertThat(token).hasSize(43);
        MemberId administrator = links.createFirstAdministrator(token, PERSON);
        assertThat(tree.root().orElseThrow().name()).isEqualTo("Đảng bộ tỉnh");
        SignedIn.as(administrator);
        assertThat(currentMember.topUnitAs(Role.ADMINISTRATOR)).isEqualTo(tree.root());
        assertThat(accounts.signIn("quanly", "một hai ba bốn").map(SignedInMember::id))
                .contains(administrator);
        assertThat(links.issueForFirstAdministrator()).isEmpty();
        assertThatThrownBy(() -> links.createFirstAdministrator(token, PERSON)).isInstanceOf(LinkExpired.class);
    }

    @Test
    void onlyTheNewestLinkForTheFirstAdministratorWorksAndOnlyItsHashIsStored() {
        String older = links.issueForFirstAdministrator().orElseThrow();
        String newer = links.issueForFirstAdministrator().orElseThrow();
        assertThat(links.opensFirstAdministrator(older)).isFalse();
        assertThat(links.opensFirstAdministrator(newer)).isTrue();
        assertThat(jdbc.sql("select token_hash from one_time_link")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(newer);
    }

    @Test
    void aRefusedPasswordLeavesTheLinkUsable() {
        String token = links.issueForFirstAdministrator().orElseThrow();
        var weak = new FirstAdministrator("Trần Quản Lý", "quanly", "ngắn", "TINH", "Đảng bộ tỉnh");
        var refused = catchThrowableOfType(PasswordRefused.class, () -> links.createFirstAdministrator(token, weak));
        assertThat(refused.reason()).isEqualTo(PasswordRefused.Reason.SHORT);
        assertThat(links.opensFirstAdministrator(token)).isTrue();
        assertThat(tree.root()).isEmpty();
    }

    @Test
    void aPasswordLinkWorksOnce() {
        MemberId administrator = links.createFirstAdministrator(
                links.issueForFirstAdministrator().orElseThrow(), PERSON);
        SignedIn.as(administrator);
        String token = administration.issuePasswordLink(administrator, "");
        assertThat(links.usernameFor(token)).contains("quanly");
        links.setPassword(token, "mật khẩu mới");
        assertThat(accounts.signIn("quanly", "mật khẩu mới").map(SignedInMember::id))
                .contains(administrator);
        assertThat(accounts.signIn("quanly", "một hai ba bốn")).isEmpty();
        assertThat(links.usernameFor(token)).isEmpty();
        assertThatThrownBy(() -> links.setPassword(token, "lần thứ hai")).isInstanceOf(LinkExpired.class);
    }

    @Test
    void aNewLinkEndsTheOneBefore() {
        MemberId administrator = links.createFirstAdministrator(
                links.issueForFirstAdministrator().orElseThrow(), PERSON);
        SignedIn.as(administrator);
        String older = administration.issuePasswordLink(administrator, "");
        String newer = administration.issuePasswordLink(administrator, "");
        assertThat(links.usernameFor(older)).isEmpty();
        assertThatThrownBy(() -> links.setPassword(older, "mật khẩu mới")).isInstanceOf(LinkExpired.class);
        assertThat(links.usernameFor(newer)).contains("quanly");
    }

    @Test
    void aNewPasswordEndsTheSessionsThatBeganWithTheOldOne() {
        MemberId administrator = links.createFirstAdministrator(
                links.issueForFirstAdministrator().orElseThrow(), PERSON);
        SignedInMember before = accounts.signIn("quanly", "một hai ba bốn").orElseThrow();
        assertThat(accounts.hasNewPassword(before)).isFalse();
        SignedIn.as(administrator);
        links.setPassword(administration.issuePasswordLink(administrator, ""), "mật khẩu mới");
        assertThat(accounts.hasNewPassword(before)).isTrue();
        assertThat(accounts.hasNewPassword(
                        accounts.signIn("quanly", "mật khẩu mới").orElseThrow()))
                .isFalse();
    }

    @Test
    void passwordsAreNotHashedWhileATransactionHoldsItsConnection() {
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> accounts.signIn("quanly", "một hai ba bốn")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("passwords are hashed before a transaction begins, not in it");
    }

    @Test
    void aLinkIsTooOldAfterADay() {
        String token = links.issueForFirstAdministrator().orElseThrow();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(links.opensFirstAdministrator(token)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(links.opensFirstAdministrator(token)).isFalse();
        assertThatThrownBy(() -> links.createFirstAdministrator(token, PERSON)).isInstanceOf(LinkExpired.class);
    }

    @Test
    void aLinkOfOnePurposeOpensNothingElse() {
        String token = links.issueForFirstAdministrator().orElseThrow();
        assertThat(links.usernameFor(token)).isEmpty();
        assertThatThrownBy(() -> links.setPassword(token, "mật khẩu mới")).isInstanceOf(LinkExpired.class);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class AdjustableTime {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
