package vn.quantriet.content.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.TextHistory.Merge;

class TextMergeTest {
    private static final String TEXT = """
            ---
            number: 57-NQ/TW
            title: Đột phá
            topics: [Khoa học]
            facts:
              gdp:
                status: unverified
                source: Mục II
            ---

            ## I. Quan điểm

            Người dân là trung tâm.

            ### 1. Thể chế

            Thể chế đi trước một bước.

            #### a) Luật

            Sửa luật trong năm 2025.

            #### b) Nghị định

            Ban hành nghị định.

            ### 2. Nguồn lực

            Bố trí ít nhất 3% ngân sách.

            ## II. Tổ chức thực hiện

            Các cấp ủy triển khai.
            """;
    private static final String QUIZ = """
            ---
            pass: 70
            draw: 2
            ---

            ## 1. Đúng sai

            Thể chế đi trước một bước.

            - [x] Đúng
            - [ ] Sai

            > Vì thế. [I.1](clause:i.1)

            ## 2. Một đáp án

            Ai là trung tâm của chuyển đổi số?

            - [ ] Nhà nước
            - [x] Người dân

            > Vì thế. [I](clause:i)
            """;
    private static final String DECK = """
            ---
            title: Bài giảng
            reporter: Trần Minh Khang
            audience: Chi bộ
            ---

            # Ai là trung tâm?

            [I](clause:i)

            ---

            # Nguồn lực

            Ít nhất 3% ngân sách.

            Lời giảng:

            Hỏi hội trường.
            """;

    private static Merge merge(String path, String base, String mine, String theirs) {
        return TextMerge.of(Map.of(path, base), Map.of(path, mine), Map.of(path, theirs));
    }

    private static Merge merge(String mine, String theirs) {
        return merge("resolution.md", TEXT, mine, theirs);
    }

    private static String text(Merge merge) {
        return merge.files().getOrDefault("resolution.md", "");
    }

    @Test
    void whatOnlyOneSideChangedIsTaken() {
        var changed = TEXT.replace("trung tâm", "chủ thể");

        assertThat(merge(changed, TEXT)).isEqualTo(new Merge(Map.of("resolution.md", changed), List.of()));
        assertThat(merge(TEXT, changed)).isEqualTo(new Merge(Map.of("resolution.md", changed), List.of()));
    }

    @Test
    void changesOfDifferentClausesAreBothThere() {
        var merged = merge(TEXT.replace("trung tâm", "chủ thể"), TEXT.replace("ít nhất 3%", "ít nhất 5%"));

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged)).isEqualTo(TEXT.replace("trung tâm", "chủ thể").replace("3%", "5%"));
    }

    @Test
    void changesOfOneClauseAreAConflictThatHoldsMine() {
        var merged = merge(TEXT.replace("năm 2025", "năm 2026"), TEXT.replace("năm 2025", "quý I năm 2025"));

        assertThat(text(merged)).isEqualTo(TEXT.replace("năm 2025", "năm 2026"));
        assertThat(merged.conflicts())
                .containsExactly(new Conflict(
                        "resolution.md",
                        "#### a) Luật",
                        "#### a) Luật\n\nSửa luật trong năm 2025.",
                        "#### a) Luật\n\nSửa luật trong năm 2026.",
                        "#### a) Luật\n\nSửa luật trong quý I năm 2025."));
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        var changed = TEXT.replace("trung tâm", "chủ thể");

        var merged = merge(changed.replace("3%", "5%"), changed.replace("2025", "2026"));

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged)).isEqualTo(changed.replace("3%", "5%").replace("2025", "2026"));
    }

    @Test
    void keysOfTheFrontMatterAreMergedOneByOne() {
        var mine = TEXT.replace("title: Đột phá", "title: Đột phá phát triển")
                .replace("source: Mục II\n", "source: Mục II\n  nguon-luc:\n    status: verified\n    source: Mục I\n");
        var theirs = TEXT.replace("topics: [Khoa học]", "topics: [Khoa học, Công nghệ]")
                .replace("source: Mục II\n", "source: Mục II\n  luat:\n    status: verified\n    source: Mục I.1\n");

        var merged = merge(mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged)).startsWith("""
                ---
                number: 57-NQ/TW
                title: Đột phá phát triển
                topics: [Khoa học, Công nghệ]
                facts:
                  gdp:
                    status: unverified
                    source: Mục II
                  nguon-luc:
                    status: verified
                    source: Mục I
                  luat:
                    status: verified
                    source: Mục I.1
                ---

                ## I. Quan điểm
                """);
    }

    @Test
    void oneKeyChangedByBothIsAConflictOfTheFrontMatter() {
        var merged = merge(TEXT.replace("title: Đột phá", "title: Một"), TEXT.replace("title: Đột phá", "title: Hai"));

        assertThat(text(merged)).contains("title: Một");
        assertThat(merged.conflicts())
                .containsExactly(new Conflict("resolution.md", "", "title: Đột phá", "title: Một", "title: Hai"));
    }

    @Test
    void clausesAddedByBothAreThereAndCountedOn() {
        var mine = TEXT.replace("### 2. Nguồn lực", "### 2. Hạ tầng\n\nPhủ sóng 5G.\n\n### 3. Nguồn lực");
        var theirs = TEXT.replace("## II. Tổ chức", "### 3. Dữ liệu\n\nChia sẻ dữ liệu.\n\n## II. Tổ chức");

        var merged = merge(mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged).lines().filter(l -> l.startsWith("#")))
                .containsExactly(
                        "## I. Quan điểm",
                        "### 1. Thể chế",
                        "#### a) Luật",
                        "#### b) Nghị định",
                        "### 2. Hạ tầng",
                        "### 3. Nguồn lực",
                        "### 4. Dữ liệu",
                        "## II. Tổ chức thực hiện");
        assertThat(text(merged)).contains("Phủ sóng 5G.", "Chia sẻ dữ liệu.");
    }

    @Test
    void clauseAddedBelowAnotherStaysBelowItWhenANeighbourIsAddedToo() {
        var mine = TEXT.replace("### 2. Nguồn lực", "### 2. Hạ tầng\n\nPhủ sóng 5G.\n\n### 3. Nguồn lực");
        var theirs = TEXT.replace("### 2. Nguồn lực", "#### c) Thông tư\n\nBan hành thông tư.\n\n### 2. Nguồn lực");

        assertThat(text(merge(mine, theirs)).lines().filter(l -> l.startsWith("###")))
                .containsExactly(
                        "### 1. Thể chế",
                        "#### a) Luật",
                        "#### b) Nghị định",
                        "#### c) Thông tư",
                        "### 2. Hạ tầng",
                        "### 3. Nguồn lực");
        assertThat(text(merge(theirs, mine))).isEqualTo(text(merge(mine, theirs)));
    }

    @Test
    void rewordingIsKeptWhereTheOtherSideMovedAndRenumberedTheClause() {
        var mine = TEXT.replace(
                "#### a) Luật\n\nSửa luật trong năm 2025.\n\n#### b) Nghị định\n\nBan hành nghị định.",
                "#### a) Nghị định\n\nBan hành nghị định.\n\n#### b) Luật\n\nSửa luật trong năm 2025.");
        var theirs = TEXT.replace("Sửa luật trong năm 2025.", "Sửa đổi luật trong năm 2025.");

        var merged = merge(mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged)).isEqualTo(mine.replace("Sửa luật", "Sửa đổi luật"));
        assertThat(text(merge(theirs, mine))).isEqualTo(text(merged));
    }

    @Test
    void clauseRemovedByOneSideIsGone() {
        var mine = TEXT.replace("#### b) Nghị định\n\nBan hành nghị định.\n\n", "");
        var theirs = TEXT.replace("3%", "5%");

        var merged = merge(mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(text(merged)).isEqualTo(mine.replace("3%", "5%"));
    }

    @Test
    void clauseRemovedByOneSideAndChangedByTheOtherIsAConflict() {
        var removed = TEXT.replace("#### b) Nghị định\n\nBan hành nghị định.\n\n", "");
        var changed = TEXT.replace("Ban hành nghị định.", "Ban hành nghị định trong quý II.");
        var before = "#### b) Nghị định\n\nBan hành nghị định.";
        var after = "#### b) Nghị định\n\nBan hành nghị định trong quý II.";

        assertThat(text(merge(removed, changed))).isEqualTo(removed);
        assertThat(merge(removed, changed).conflicts())
                .containsExactly(new Conflict("resolution.md", "#### b) Nghị định", before, "", after));
        assertThat(text(merge(changed, removed))).isEqualTo(changed);
        assertThat(merge(changed, removed).conflicts())
                .containsExactly(new Conflict("resolution.md", "#### b) Nghị định", before, after, ""));
    }

    @Test
    void clauseAddedBelowARemovedOneIsAConflictAndNotPutElsewhere() {
        var removed = TEXT.replaceAll("(?s)### 1\\. .*### 2\\. ", "### 1. ");
        var added = TEXT.replace("### 2. Nguồn lực", "#### c) Thông tư\n\nBan hành thông tư.\n\n### 2. Nguồn lực");
        var clause = "#### c) Thông tư\n\nBan hành thông tư.";

        assertThat(text(merge(removed, added))).isEqualTo(removed);
        assertThat(merge(removed, added).conflicts())
                .containsExactly(new Conflict("resolution.md", "#### c) Thông tư", "", "", clause));
        var mineAdded = merge(added, removed);
        assertThat(mineAdded.conflicts())
                .containsExactly(new Conflict(
                        "resolution.md", "#### c) Thông tư", "", clause.replace("#### c)", "#### a)"), ""));
        assertThat(text(mineAdded)).contains("### 1. Thể chế\n\nThể chế đi trước một bước.\n\n#### a) Thông tư");
    }

    @Test
    void questionsAreKnownByWhatTheyAskAndCountedAfresh() {
        var added = "## 1. Trả lời ngắn\n\nBan hành năm nào?\n\nĐáp án: 2024\n\n> Vì thế. [I](clause:i)\n\n";
        var mine = QUIZ.replace("## 1. Đúng sai", added + "## 2. Đúng sai").replace("## 2. Một", "## 3. Một");
        var theirs = QUIZ.replace("- [ ] Nhà nước\n", "- [ ] Nhà nước\n- [ ] Doanh nghiệp\n");

        var merged = merge("quiz.md", QUIZ, mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.files())
                .containsEntry("quiz.md", mine.replace("- [ ] Nhà nước\n", "- [ ] Nhà nước\n- [ ] Doanh nghiệp\n"));
    }

    @Test
    void slidesAreMergedOneByOne() {
        var mine = DECK.replace("Ít nhất 3%", "Ít nhất 5%");
        var theirs = DECK.replace("[I](clause:i)\n", "[I](clause:i)\n\n---\n\n# Thể chế\n\nĐi trước một bước.\n")
                .replace("title: Bài giảng", "title: Bài giảng mới");

        var merged = merge("slides/co-so.md", DECK, mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.files()).containsEntry("slides/co-so.md", theirs.replace("3%", "5%"));
    }

    @Test
    void fileRemovedByOneSideAndChangedByTheOtherIsAConflict() {
        var base = Map.of("resolution.md", TEXT, "quiz.md", QUIZ);
        var without = Map.of("resolution.md", TEXT);
        var changed = Map.of("resolution.md", TEXT, "quiz.md", QUIZ.replace("pass: 70", "pass: 80"));

        assertThat(TextMerge.of(base, without, base)).isEqualTo(new Merge(without, List.of()));
        assertThat(TextMerge.of(base, without, changed).files()).isEqualTo(without);
        assertThat(TextMerge.of(base, changed, without).files()).isEqualTo(changed);
        assertThat(TextMerge.of(base, changed, without).conflicts())
                .containsExactly(new Conflict("quiz.md", "", QUIZ, QUIZ.replace("pass: 70", "pass: 80"), ""));
    }

    @Test
    void filesAddedOnEitherSideAreThere() {
        var base = Map.of("resolution.md", TEXT);

        assertThat(TextMerge.of(
                        base,
                        Map.of("resolution.md", TEXT, "quiz.md", QUIZ),
                        Map.of("resolution.md", TEXT, "slides/a.md", DECK)))
                .isEqualTo(new Merge(Map.of("resolution.md", TEXT, "quiz.md", QUIZ, "slides/a.md", DECK), List.of()));
    }
}
