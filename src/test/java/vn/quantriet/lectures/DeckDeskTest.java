package vn.quantriet.lectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.quantriet.lectures.FakeLibrary.CO_SO;
import static vn.quantriet.lectures.FakeLibrary.NQ_18;
import static vn.quantriet.lectures.FakeLibrary.NQ_57;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.Author;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing.DeckHasProblems;
import vn.quantriet.content.DeckPublishing.DeckReplacedMeanwhile;
import vn.quantriet.content.DeckPublishing.Source;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.organisation.Role;

class DeckDeskTest {
    private static final Instant NOW = Instant.parse("2026-01-05T02:30:00Z");
    private static final OptionalInt NEW = OptionalInt.empty();
    private static final Optional<String> NO_BASE = Optional.empty();

    @TempDir
    Path folder;

    private ConfigurableApplicationContext portal;
    private DeckDesk desk;
    private ActingMember acting;
    private FakeLibrary library;

    @BeforeEach
    void start() {
        // "text" in the schema and the entity's mapping must agree, so the schema is Flyway's and Hibernate validates
        // it.
        portal = new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0",
                        "--spring.main.banner-mode=off",
                        "--quantriet.data=" + folder);
        desk = portal.getBean(DeckDesk.class);
        acting = portal.getBean(ActingMember.class);
        library = portal.getBean(FakeLibrary.class);
        acting.is(7, "Trần Minh Khang", Role.MEMBER, Role.REPORTER);
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void plainMemberSecretaryAndAdministratorAreRefusedByEveryMethod() {
        acting.is(1, "Nguyễn Thu Hà", Role.MEMBER, Role.SECRETARY, Role.ADMINISTRATOR);

        assertThat(desk.isOpen()).isFalse();
        assertRefused(() -> desk.drafts());
        assertRefused(() -> desk.draft(CO_SO));
        assertRefused(() -> desk.published(CO_SO));
        assertRefused(() -> desk.check(CO_SO, "Một"));
        assertRefused(() -> desk.save(CO_SO, "", "Một", NEW, NO_BASE));
        assertRefused(() -> desk.rename(CO_SO, new DeckId(NQ_18, "co-so"), 0));
        assertRefused(() -> desk.discard(CO_SO));
        assertRefused(() -> desk.publish(CO_SO, "Một", NEW, NO_BASE));
        assertThat(library.authors).isEmpty();
    }

    @Test
    void draftSurvivesARestart() {
        desk.save(CO_SO, "Cơ sở.md", "Ai là trung tâm?\n" + "ằ".repeat(300_000), NEW, NO_BASE);

        stop();
        start();

        var draft = desk.draft(CO_SO).orElseThrow();
        assertThat(draft.markdown()).startsWith("Ai là trung tâm?\nằằ").hasSize(300_017);
        assertThat(draft.fileName()).isEqualTo("Cơ sở.md");
        assertThat(draft.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void draftsOfOthersAreInvisibleAndUntouched() {
        desk.save(CO_SO, "", "của Khang", NEW, NO_BASE);

        acting.is(8, "Lê Thị Lan", Role.MEMBER, Role.REPORTER);
        assertThat(desk.drafts()).isEmpty();
        assertThat(desk.draft(CO_SO)).isEmpty();
        desk.discard(CO_SO);
        desk.save(CO_SO, "", "của Lan", NEW, NO_BASE);

        acting.is(7, "Trần Minh Khang", Role.MEMBER, Role.REPORTER);
        assertThat(desk.draft(CO_SO).orElseThrow().markdown()).isEqualTo("của Khang");
    }

    @Test
    void draftChangedInAnotherWindowIsNotOverwritten() {
        int first = desk.save(CO_SO, "", "một", NEW, NO_BASE).version();
        int second = desk.save(CO_SO, "", "hai", OptionalInt.of(first), NO_BASE).version();

        assertThat(second).isEqualTo(first + 1);
        assertThatExceptionOfType(DraftChangedElsewhere.class)
                .isThrownBy(() -> desk.save(CO_SO, "", "cũ", OptionalInt.of(first), NO_BASE))
                .withMessage("draft of 57-nq-tw/co-so is no longer the one that was read");
        assertThatExceptionOfType(DraftChangedElsewhere.class)
                .isThrownBy(() -> desk.publish(CO_SO, "cũ", OptionalInt.of(first), NO_BASE));
        assertThat(desk.draft(CO_SO).orElseThrow().markdown()).isEqualTo("hai");
        assertThat(library.authors).isEmpty();
    }

    @Test
    void savingTheSameTextAgainIsNoChange() {
        int first = desk.save(CO_SO, "", "một", NEW, NO_BASE).version();

        assertThat(desk.save(CO_SO, "", "một", OptionalInt.of(first), NO_BASE).version())
                .isEqualTo(first);
    }

    @Test
    void publishingInOnesNameEndsTheDraft() {
        int version = desk.save(CO_SO, "", "Ai là trung tâm?", NEW, NO_BASE).version();

        desk.publish(CO_SO, "Ai là trung tâm?", OptionalInt.of(version), NO_BASE);

        assertThat(library.authors).containsExactly(new Author("Trần Minh Khang", "DV7@quantriet.local"));
        assertThat(desk.published(CO_SO).map(Source::markdown)).contains("Ai là trung tâm?");
        assertThat(library.inTransaction).isFalse();
        assertThat(desk.drafts()).isEmpty();
    }

    @Test
    void publishingWithProblemsIsRefusedAndTheDraftKept() {
        int version = desk.save(CO_SO, "", "tốt\nlỗi!", NEW, NO_BASE).version();

        assertThatExceptionOfType(DeckHasProblems.class)
                .isThrownBy(() -> desk.publish(CO_SO, "tốt\nlỗi!", OptionalInt.of(version), NO_BASE))
                .withMessage("1 problems, first at 57-nq-tw/slides/co-so.md:2:1");

        assertThat(desk.draft(CO_SO).orElseThrow().markdown()).isEqualTo("tốt\nlỗi!");
        assertThat(desk.published(CO_SO)).isEmpty();
    }

    @Test
    void draftRemembersWhatItWasMadeFromAndDoesNotOverwriteWhatCameSince() {
        library.seed(CO_SO, "cũ");
        int version = desk.save(CO_SO, "", "mới", NEW, Optional.of("a1")).version();
        assertThat(desk.draft(CO_SO).orElseThrow().baseHash()).contains("a1");

        assertThatExceptionOfType(DeckReplacedMeanwhile.class)
                .isThrownBy(() -> desk.publish(CO_SO, "mới", OptionalInt.of(version), Optional.of("a1")));

        assertThat(desk.draft(CO_SO).orElseThrow().markdown()).isEqualTo("mới");
        desk.publish(CO_SO, "mới", OptionalInt.of(version), Optional.of(FakeLibrary.hash("cũ")));
        assertThat(desk.published(CO_SO).map(Source::markdown)).contains("mới");
    }

    @Test
    void deckIsReplacedByItsAuthorOrAnAdministratorAndOneOfTheSeedByAnyReporter() {
        library.seed(CO_SO, "của thư viện");
        desk.publish(CO_SO, "của Khang", NEW, Optional.of(FakeLibrary.hash("của thư viện")));
        desk.publish(CO_SO, "của Khang 2", NEW, Optional.of(FakeLibrary.hash("của Khang")));
        var base = Optional.of(FakeLibrary.hash("của Khang 2"));

        acting.is(8, "Lê Thị Lan", Role.MEMBER, Role.REPORTER);
        assertThatExceptionOfType(DeckOfAnother.class)
                .isThrownBy(() -> desk.publish(CO_SO, "của Lan", NEW, base))
                .satisfies(e -> assertThat(e.author()).isEqualTo("Trần Minh Khang"));
        assertThat(library.authors).hasSize(2);

        acting.is(9, "Phạm Văn An", Role.MEMBER, Role.REPORTER, Role.ADMINISTRATOR);
        desk.publish(CO_SO, "của An", NEW, base);
        assertThat(desk.published(CO_SO).flatMap(Source::author))
                .map(Author::name)
                .contains("Phạm Văn An");
    }

    @Test
    void renamedDraftTakesItsTextAlong() {
        var elsewhere = new DeckId(NQ_18, "bo-may");
        int version = desk.save(CO_SO, "", "một", NEW, NO_BASE).version();

        desk.rename(CO_SO, elsewhere, version);

        assertThat(desk.draft(CO_SO)).isEmpty();
        assertThat(desk.draft(elsewhere).orElseThrow().markdown()).isEqualTo("một");
    }

    @Test
    void draftIsNotRenamedOntoAnother() {
        var other = new DeckId(NQ_57, "khac");
        int version = desk.save(CO_SO, "", "một", NEW, NO_BASE).version();
        desk.save(other, "", "hai", NEW, NO_BASE);

        assertThatExceptionOfType(DraftExists.class)
                .isThrownBy(() -> desk.rename(CO_SO, other, version))
                .withMessage("there is a draft of 57-nq-tw/khac already");
    }

    @Test
    void textOutsideTheLibraryTakesNoDraft() {
        var unknown = new DeckId(new ResolutionId("99-nq-tw"), "co-so");

        assertThatExceptionOfType(ResolutionNotFound.class)
                .isThrownBy(() -> desk.save(unknown, "", "một", NEW, NO_BASE));
    }

    @Test
    void draftLargerThanAFileMayBeIsRefused() {
        assertThatExceptionOfType(DeckFileRefused.class)
                .isThrownBy(() -> desk.save(CO_SO, "", "ằ".repeat(400_000), NEW, NO_BASE));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(call)
                .withMessage("expected the role REPORTER");
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EntityScan("vn.quantriet.lectures")
    @EnableJpaRepositories("vn.quantriet.lectures")
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({DeckDesk.class, FakeLibrary.class, ActingMember.class})
    static class Setup {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
        }
    }
}
