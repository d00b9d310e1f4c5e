package vn.quantriet.search.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.Role;
import vn.quantriet.portal.MovableClock;
import vn.quantriet.search.use.UseReview.Want;

class UseTallyTest {
    private final Actor actor = new Actor();
    private final MovableClock clock = new MovableClock();
    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final UsedQueries queries = new UsedQueries(jdbc, new NamedParameterJdbcTemplate(database));
    private final UseReview review = new UseReview(queries, actor, clock);
    private UseTally tally = new UseTally(queries, actor, clock);

    private static DataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @BeforeEach
    void migrate() {
        Flyway.configure().dataSource(database).load().migrate();
    }

    private void ask(long member, String text, boolean found) {
        actor.is(member, Role.MEMBER);
        tally.asked(text, found);
    }

    private void askOnTwoDays(String text, boolean found) {
        ask(1, text, found);
        nextDay();
        ask(1, text, found);
        tally.handOn();
    }

    private void nextDay() {
        clock.advance(Duration.ofDays(1));
    }

    private List<String> vain(Want want) {
        actor.is(99, Role.MEMBER, Role.EDITOR);
        return review.page(want, 1).queries().stream()
                .map(q -> q.text() + " " + q.times() + "/" + q.asked() + " " + q.lastDay())
                .toList();
    }

    private List<String> frequent(String typed) {
        return new QueriesAskedOften(queries, clock).beginningWith(typed, 3);
    }

    private List<String> kept() {
        return jdbc.sql("select text from search_query order by text")
                .query((row, number) -> row.getString("text"))
                .list();
    }

    @Test
    void whatThreeMembersAskedInVainIsShownOnTheSameDay() {
        ask(1, "Tinh gọn  bộ máy", false);
        ask(2, "tinh gọn bộ máy", false);
        tally.handOn();
        assertThat(vain(Want.NOTHING_FOUND)).isEmpty();

        ask(3, "TINH GỌN BỘ MÁY", true);
        tally.handOn();

        assertThat(vain(Want.NOTHING_FOUND)).containsExactly("tinh gọn bộ máy 2/3 2026-11-23");
    }

    @Test
    void whatOneMemberAsksOftenOnOneDayIsCountedOnceAndShownToNobody() {
        for (int i = 0; i < 50; i++) {
            ask(1, "nguyễn văn a ở đâu", false);
            tally.handOn();
        }

        assertThat(vain(Want.NOTHING_FOUND)).isEmpty();
        assertThat(jdbc.sql("select asked from search_query")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsAskedOnASecondDayIsShown() {
        askOnTwoDays("khoán mười", false);

        assertThat(vain(Want.NOTHING_FOUND)).containsExactly("khoán mười 2/2 2026-11-24");
    }

    @Test
    void restartDoesNotMakeOneMemberIntoThree() {
        for (int i = 0; i < 5; i++) {
            ask(1, "một mình tôi", false);
            tally.destroy();
            tally = new UseTally(queries, actor, clock);
        }

        assertThat(vain(Want.NOTHING_FOUND)).isEmpty();
        assertThat(frequent("mot")).isEmpty();
    }

    @Test
    void fullMemoryNeverTakesOneMemberForSeveral() {
        tally = new UseTally(queries, actor, clock, 1);
        ask(1, "đầy", false);
        for (int i = 0; i < 5; i++) {
            ask(2, "một mình tôi", false);
        }
        tally.handOn();

        assertThat(vain(Want.NOTHING_FOUND)).isEmpty();
    }

    @Test
    void whatWasFoundAndNeverOpenedIsShownUntilSomebodyOpensIt() {
        askOnTwoDays("kinh tế tư nhân", true);
        assertThat(vain(Want.NOTHING_OPENED)).containsExactly("kinh tế tư nhân 2/2 2026-11-24");
        assertThat(vain(Want.NOTHING_FOUND)).isEmpty();

        actor.is(2, Role.MEMBER);
        tally.opened("Kinh tế tư nhân");
        tally.handOn();

        assertThat(vain(Want.NOTHING_OPENED)).isEmpty();
        assertThat(jdbc.sql("select asked || ' ' || opened from search_query")
                        .query(String.class)
                        .single())
                .isEqualTo("3 1");
    }

    @Test
    void ignoredQueryIsNeverShownOrSuggestedAgain() {
        askOnTwoDays("gõ nhầm", false);
        long id = jdbc.sql("select id from search_query").query(Long.class).single();

        actor.is(99, Role.ADMINISTRATOR);
        review.ignore(id);
        askOnTwoDays("gõ nhầm", true);
        askOnTwoDays("gõ nhầm", true);

        assertThat(vain(Want.NOTHING_FOUND)).isEmpty();
        assertThat(vain(Want.NOTHING_OPENED)).isEmpty();
        assertThat(frequent("go")).isEmpty();
    }

    @Test
    void whatMaySayWhoSomebodyIsIsKeptNowhere() {
        List<String> personal = List.of(
                "mai@example.vn",
                "thư của mai @ tỉnh",
                "0912345678",
                "gọi 0912 345 678",
                "091-234-5678",
                "+84 912 345 678",
                "0912 2024 345",
                "căn cước 079123456789",
                "1234567",
                "dài ".repeat(26),
                "\uD83D\uDE00 mặt cười",
                "nửa chữ \uD83D",
                "   ",
                "?!",
                "\0");
        personal.forEach(text -> ask(1, text, false));
        tally.handOn();
        assertThat(kept()).isEmpty();

        List<String> ordinary = List.of(
                "57-nq/tw",
                "giai đoạn 2021-2025",
                "nghị quyết 68 2025 2030",
                "22/12/2024",
                "điều 12 khoản 3",
                "100000 tỷ đồng");
        ordinary.forEach(text -> ask(1, text, false));
        tally.handOn();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(ordinary);
    }

    @Test
    void noColumnTellsWhoOrWhen() {
        assertThat(jdbc.sql("""
                        select lower(column_name) || ' ' || lower(data_type) from information_schema.columns
                         where lower(table_name) in ('search_query', 'search_query_day')""").query(String.class).list())
                .containsExactlyInAnyOrder(
                        "id bigint",
                        "text character varying",
                        "beginning bigint",
                        "asked integer",
                        "missed integer",
                        "opened integer",
                        "days integer",
                        "last_day date",
                        "shared boolean",
                        "frequent boolean",
                        "ignored boolean",
                        "query_id bigint",
                        "on_day date",
                        "asked integer",
                        "missed integer",
                        "opened integer",
                        "shared boolean");
    }

    @Test
    void membersOfTwoDaysCannotBeToldToBeTheSame() {
        var askers = new TodaysAskers(10);
        var text = QueryText.of("một").orElseThrow();
        var today = LocalDate.now(clock);

        assertThat(askers.tell(TodaysAskers.What.ASKED, text, actor.id(), today).first())
                .isTrue();
        assertThat(askers.tell(TodaysAskers.What.ASKED, text, actor.id(), today).first())
                .isFalse();
        var tomorrow = askers.tell(TodaysAskers.What.ASKED, text, actor.id(), today.plusDays(1));
        assertThat(tomorrow).isEqualTo(new TodaysAskers.Told(true, 1));
    }

    @Test
    void halfAYearLaterNothingIsLeftButWhatIsIgnored() {
        askOnTwoDays("cũ", false);
        askOnTwoDays("cũ mà còn hỏi", true);
        askOnTwoDays("bỏ qua", false);
        actor.is(99, Role.EDITOR);
        review.ignore(jdbc.sql("select id from search_query where text = 'bỏ qua'")
                .query(Long.class)
                .single());
        clock.advance(Duration.ofDays(179));
        ask(2, "cũ mà còn hỏi", false);
        tally.handOn();

        review.forget();

        assertThat(kept()).containsExactlyInAnyOrder("bỏ qua", "cũ mà còn hỏi");
        assertThat(jdbc.sql("select asked || ' ' || missed || ' ' || days from search_query where text like 'cũ%'")
                        .query(String.class)
                        .single())
                .isEqualTo("2 1 2");
        clock.advance(Duration.ofDays(200));
        review.forget();
        assertThat(kept()).containsExactly("bỏ qua");
        assertThat(jdbc.sql("select count(*) from search_query_day")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void frequentQueriesAreSuggestedByTheirBeginningWhateverTheAccents() {
        ask(5, "tinh gọn bộ máy", true);
        for (long member = 1; member <= 4; member++) {
            ask(member, "tinh gọn bộ máy", true);
            ask(member, "tinh gọn biên chế", member > 1);
        }
        for (long member = 1; member <= 3; member++) {
            ask(member, "tinh gon bo may", true);
            ask(member, "57-nq/tw", true);
            ask(member, "tinh thần vô vọng", false);
        }
        ask(1, "tinh của riêng tôi", true);
        tally.handOn();

        assertThat(frequent("Tính")).containsExactly("tinh gọn bộ máy", "tinh gọn biên chế");
        assertThat(frequent("tinh gọn bi")).containsExactly("tinh gọn biên chế");
        assertThat(frequent("tinhg")).isEmpty();
        assertThat(frequent("tin ")).isEmpty();
        assertThat(frequent("57 n")).containsExactly("57-nq/tw");
        assertThat(frequent("57-NQ/T")).containsExactly("57-nq/tw");
        assertThat(frequent("")).isEmpty();
        assertThat(frequent("%")).isEmpty();
    }

    @Test
    void queryOfThreeDaysIsSuggestedThoughOneMemberAskedIt() {
        askOnTwoDays("sổ tay", true);
        assertThat(frequent("so")).isEmpty();

        nextDay();
        ask(1, "sổ tay", true);
        tally.handOn();

        assertThat(frequent("so")).containsExactly("sổ tay");
    }

    @Test
    void suggestionServesForAMinute() {
        var often = new QueriesAskedOften(queries, clock);
        assertThat(often.beginningWith("sổ", 3)).isEmpty();
        for (long member = 1; member <= 3; member++) {
            ask(member, "sổ tay", true);
        }
        tally.handOn();

        assertThat(often.beginningWith("sổ", 3)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(often.beginningWith("sổ", 3)).containsExactly("sổ tay");
    }

    @Test
    void whatCannotBeWrittenNowIsWrittenLater() {
        jdbc.sql("alter table search_query rename to gone").update();
        ask(1, "chờ", false);
        tally.handOn();

        jdbc.sql("alter table gone rename to search_query").update();
        ask(2, "chờ", false);
        tally.handOn();

        assertThat(jdbc.sql("select asked from search_query")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void twoDaysOfManyQueriesInOneBatchAddUp() {
        var today = LocalDate.now(clock);
        var one = new UseCounts(1, 1, 0, false);
        for (int i = 0; i < 700; i++) {
            var text = QueryText.of("câu " + i).orElseThrow();
            queries.add(
                    Map.of(new UsedQueries.Used(text, today), one, new UsedQueries.Used(text, today.plusDays(1)), one));
        }
        var all = new java.util.HashMap<UsedQueries.Used, UseCounts>();
        for (int i = 0; i < 1_200; i++) {
            all.put(new UsedQueries.Used(QueryText.of("câu " + i).orElseThrow(), today), one);
            all.put(new UsedQueries.Used(QueryText.of("câu " + i).orElseThrow(), today.plusDays(1)), one);
        }
        queries.add(all);

        assertThat(jdbc.sql("select count(*), asked, days from search_query group by asked, days order by asked")
                        .query((row, n) -> row.getInt(1) + " with " + row.getInt(2) + " on " + row.getInt(3))
                        .list())
                .containsExactly("500 with 2 on 2", "700 with 4 on 2");
    }

    @Test
    void listsAreReadPageByPage() {
        for (int i = 10; i < 35; i++) {
            for (int member = 1; member <= i; member++) {
                ask(member, "câu " + i, false);
            }
        }
        tally.handOn();
        actor.is(99, Role.EDITOR);

        var first = review.page(Want.NOTHING_FOUND, 1);
        var second = review.page(Want.NOTHING_FOUND, 2);

        assertThat(first.queries())
                .hasSize(20)
                .first()
                .extracting(q -> q.text())
                .isEqualTo("câu 34");
        assertThat(first.more()).isTrue();
        assertThat(second.queries()).hasSize(5).last().extracting(q -> q.text()).isEqualTo("câu 10");
        assertThat(second.more()).isFalse();
        assertThat(review.page(Want.NOTHING_FOUND, Integer.MAX_VALUE).queries()).isEmpty();
    }

    @Test
    void onlyEditorsAndAdministratorsAreTold() {
        for (Set<Role> roles :
                List.of(Set.of(Role.MEMBER), Set.of(Role.MEMBER, Role.SECRETARY), Set.of(Role.MEMBER, Role.REPORTER))) {
            actor.is(5, roles.toArray(Role[]::new));
            assertThat(review.isOpen()).isFalse();
            assertThatThrownBy(() -> review.page(Want.NOTHING_FOUND, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> review.ignore(1)).isInstanceOf(AccessDeniedException.class);
        }
    }
}
