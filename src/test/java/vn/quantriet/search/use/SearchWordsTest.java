package vn.quantriet.search.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.Author;
import vn.quantriet.content.WordList;
import vn.quantriet.organisation.Role;
import vn.quantriet.search.use.LineRefused.Reason;
import vn.quantriet.search.use.SearchWords.Line;

class SearchWordsTest {
    private static final Author MAI = new Author("Mai", "mai@example.vn");

    private final MemoryList list = new MemoryList();
    private final Actor actor = new Actor();
    private final SearchWords words = new SearchWords(list, actor, () -> MAI);

    /** Lines in memory, and what was said of their changes. */
    private static final class MemoryList implements WordList {
        private List<String> lines = List.of("# Viết tắt", "", "TW = trung ương", "hỏng", "bỏ ~ bãi bỏ");
        private final List<String> log = new ArrayList<>();

        @Override
        public List<String> lines() {
            return lines;
        }

        @Override
        public void change(UnaryOperator<List<String>> change, Author author, String message) {
            lines = List.copyOf(change.apply(lines));
            log.add(author.name() + ": " + message);
        }
    }

    @BeforeEach
    void actAsEditor() {
        actor.is(7, Role.MEMBER, Role.EDITOR);
    }

    private static void assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        LineRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void linesAreListedNewestFirstWithoutRemarks() {
        assertThat(words.lines())
                .containsExactly(
                        new Line("bỏ ~ bãi bỏ", true, true),
                        new Line("hỏng", false, false),
                        new Line("TW = trung ương", false, true));
    }

    @Test
    void synonymIsAddedAtTheEndInTheEditorsName() {
        words.add(SearchWords.synonyms("  khoán   mười ", "Nghị quyết 10"));

        assertThat(list.lines)
                .containsExactly(
                        "# Viết tắt", "", "TW = trung ương", "hỏng", "bỏ ~ bãi bỏ", "khoán mười ~ Nghị quyết 10");
        assertThat(list.log).containsExactly("Mai: Add to the search words: khoán mười ~ Nghị quyết 10");
    }

    @Test
    void addedLineCanBeTakenBack() {
        var before = list.lines;
        words.add("khoán mười ~ khoán 10");
        words.remove("khoán mười ~ khoán 10");

        assertThat(list.lines).isEqualTo(before);
        assertRefused(Reason.GONE, () -> words.remove("khoán mười ~ khoán 10"));
    }

    @Test
    void lineIsReplacedWhereItStands() {
        words.replace("hỏng", "BCT = Bộ Chính trị | Bộ Công Thương");

        assertThat(list.lines.get(3)).isEqualTo("BCT = Bộ Chính trị | Bộ Công Thương");
        assertRefused(Reason.GONE, () -> words.replace("hỏng", "BBT = Ban Bí thư"));
        assertRefused(Reason.THERE_ALREADY, () -> words.replace("TW = trung ương", "bỏ ~ bãi bỏ"));
    }

    @Test
    void whatSearchCannotMakeOutIsRefused() {
        var before = list.lines;
        for (String line : List.of(
                "",
                " ",
                "# ghi chú ~ nhận xét",
                "một mình",
                "một ~",
                "~ một",
                "một ~ ~ hai",
                "một ~ MỘT",
                "hoà ~ hòa",
                "? ~ !",
                "= trung ương",
                "TW =",
                "a = " + "dài ".repeat(60))) {
            assertRefused(Reason.NOT_A_LINE, () -> words.add(line));
        }
        assertRefused(Reason.TOO_LONG, () -> words.add("một hai ba bốn năm sáu bảy ~ tám"));
        assertRefused(Reason.THERE_ALREADY, () -> words.add("BỎ ~ bãi bỏ"));
        assertThat(list.lines).isEqualTo(before);
    }

    @Test
    void oneLineStaysOneLine() {
        words.add("khoán mười ~ khoán 10\nXX = yy\r\nZZ = tt\0");

        assertThat(list.lines).last().isEqualTo("khoán mười ~ khoán 10 XX = yy ZZ = tt");
    }

    @Test
    void onlyEditorsAndAdministratorsMayLookOrChange() {
        actor.is(7, Role.ADMINISTRATOR);
        assertThat(words.lines()).hasSize(3);
        for (Role role : List.of(Role.MEMBER, Role.SECRETARY, Role.REPORTER)) {
            actor.is(5, role);
            assertThatThrownBy(words::lines).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> words.add("một ~ hai")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> words.replace("hỏng", "một ~ hai")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> words.remove("bỏ ~ bãi bỏ")).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(list.log).isEmpty();
    }
}
