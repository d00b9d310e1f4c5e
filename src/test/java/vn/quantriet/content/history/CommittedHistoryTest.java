package vn.quantriet.content.history;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.history.HistoryFixture.ID;
import static vn.quantriet.content.history.HistoryFixture.clause;
import static vn.quantriet.content.history.HistoryFixture.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.MergeResult.MergeStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.quantriet.content.Author;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.TextHistory.ClauseDifference;
import vn.quantriet.content.TextHistory.PartDifference;
import vn.quantriet.content.TextHistory.Stretch;
import vn.quantriet.content.TextHistory.Version;
import vn.quantriet.content.format.ClauseRegister;

class CommittedHistoryTest {
    private static final String VIEW = clause("I", "Quan điểm", "Người dân là trung tâm.");
    private static final String TASKS = clause("II", "Nhiệm vụ", "Bố trí ít nhất 3% ngân sách.");
    private static final String QUIZ = "---\npass: 70\ndraw: 1\n---\n\n## 1. Đúng sai\n\nCó ba nhiệm vụ?\n";

    @TempDir
    Path folder;

    HistoryFixture fixture;

    @BeforeEach
    void seed() throws Exception {
        fixture = new HistoryFixture(folder);
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        fixture.close();
    }

    @Test
    void textWithoutCommitsHasNoVersions() {
        assertThat(fixture.history.versions(ID, 0, 10)).isEmpty();
        assertThat(fixture.history.lastChanges(ID)).isEmpty();
    }

    @Test
    void versionsAreThoseOfTheTextAloneNewestFirst() throws Exception {
        fixture.writeClauses(VIEW);
        var first = fixture.commit("Khang", "Văn bản\n");
        Files.createDirectories(fixture.root.resolve("57-nq-tw-2"));
        Files.writeString(fixture.root.resolve("57-nq-tw-2/resolution.md"), "khác");
        Files.writeString(fixture.root.resolve("57"), "khác");
        fixture.commit("Lan", "Văn bản khác");
        fixture.write("quiz.md", QUIZ);
        fixture.write("slides/co-so.md", "# Một\n");
        var second = fixture.commit("Minh", "Câu hỏi");
        Files.delete(fixture.path("quiz.md"));
        var third = fixture.commit("Minh", "Bỏ câu hỏi");

        assertThat(fixture.history.versions(ID, 0, 10))
                .containsExactly(
                        new Version(
                                third,
                                Instant.parse("2026-11-23T03:00:00Z"),
                                new Author("Minh", "Minh@example.vn"),
                                "Bỏ câu hỏi",
                                Set.of("quiz.md")),
                        new Version(
                                second,
                                Instant.parse("2026-11-23T02:00:00Z"),
                                new Author("Minh", "Minh@example.vn"),
                                "Câu hỏi",
                                Set.of("quiz.md", "slides/co-so.md")),
                        new Version(
                                first,
                                Instant.parse("2026-11-23T00:00:00Z"),
                                new Author("Khang", "Khang@example.vn"),
                                "Văn bản",
                                Set.of("resolution.md")));
        assertThat(fixture.history.versions(ID, 1, 1))
                .extracting(Version::commit)
                .containsExactly(second);
        assertThat(fixture.history.version(ID, second))
                .contains(fixture.history.versions(ID, 1, 1).getFirst());
        assertThat(fixture.history.files(ID, second))
                .isEqualTo(Map.of("resolution.md", text(VIEW), "quiz.md", QUIZ, "slides/co-so.md", "# Một\n"));
        assertThat(fixture.history.files(ID, third)).containsOnlyKeys("resolution.md", "slides/co-so.md");
    }

    @Test
    void changeOfTheRegisterAloneIsNoVersionNorIsAMergeThatOnlyAddsToIt() throws Exception {
        fixture.writeClauses(VIEW);
        var first = fixture.commit("Khang", "Văn bản");
        fixture.write("clauses.yaml", "text: a\n");
        fixture.commit("Thư viện", "Sổ");
        fixture.git.checkout().setCreateBranch(true).setName("xa").call();
        fixture.writeClauses(VIEW, TASKS);
        var second = fixture.commit("Lan", "Thêm II");
        fixture.git.checkout().setName("master").call();
        fixture.git
                .merge()
                .include(fixture.git.getRepository().resolve("xa"))
                .setFastForward(FastForwardMode.NO_FF)
                .setCommit(false)
                .call();
        fixture.write("clauses.yaml", "text: b\n");
        fixture.commit("Thư viện", "Gộp");

        assertThat(fixture.history.versions(ID, 0, 10))
                .extracting(Version::commit)
                .containsExactly(second, first);
    }

    @Test
    void whatIsNoPublishedVersionOfTheTextIsAbsent() throws Exception {
        fixture.writeClauses(VIEW);
        fixture.commit("Khang", "Văn bản");
        Files.writeString(fixture.root.resolve("README.md"), "khác");
        var other = fixture.commit("Lan", "Khác");
        fixture.git.checkout().setCreateBranch(true).setName("nhánh").call();
        fixture.writeClauses(VIEW, TASKS);
        var unpublished = fixture.commit("Lan", "Chưa công bố");
        fixture.git.checkout().setName("master").call();

        for (var name : List.of(other, unpublished, "HEAD", "0".repeat(40), "../../etc/passwd", "")) {
            assertThat(fixture.history.version(ID, name)).as(name).isEmpty();
        }
        assertThat(fixture.history.files(ID, "HEAD")).isEmpty();
        assertThat(fixture.history.files(ID, "0".repeat(40))).isEmpty();
    }

    @Test
    void differenceTellsOfEveryClauseInItsOrder() throws Exception {
        fixture.writeClauses(VIEW, TASKS, clause("III", "Lộ trình", "Đến năm 2030."));
        var earlier = fixture.commit("Khang", "Văn bản");
        fixture.writeClauses(VIEW.replace("dân", "dân, doanh nghiệp"), TASKS);
        var later = fixture.commit("Lan", "Sửa");

        assertThat(fixture.history.difference(ID, earlier, later))
                .containsExactly(
                        new ClauseDifference(
                                new ClauseId("i"),
                                "I",
                                "I",
                                List.of(new Stretch("Quan điểm\nNgười dân là trung tâm.", false)),
                                List.of(
                                        new Stretch("Quan điểm\nNgười dân", false),
                                        new Stretch(", doanh nghiệp", true),
                                        new Stretch(" là trung tâm.", false))),
                        new ClauseDifference(
                                new ClauseId("ii"),
                                "II",
                                "II",
                                List.of(new Stretch("Nhiệm vụ\nBố trí ít nhất 3% ngân sách.", false)),
                                List.of(new Stretch("Nhiệm vụ\nBố trí ít nhất 3% ngân sách.", false))),
                        new ClauseDifference(
                                new ClauseId("iii"),
                                "III",
                                "",
                                List.of(new Stretch("Lộ trình\nĐến năm 2030.", true)),
                                List.of()));
        assertThat(fixture.history.difference(ID, later, earlier))
                .extracting(d -> d.labelBefore() + ">" + d.labelAfter() + " " + d.isReworded())
                .containsExactly("I>I true", "II>II false", ">III true");
    }

    @Test
    void clausesAreKnownByTheRegisterThatWasWrittenForTheVersion() throws Exception {
        fixture.writeClauses(VIEW, TASKS);
        var earlier = fixture.commit("Khang", "Văn bản");
        fixture.writeClauses(
                clause("I", "Nhiệm vụ", "Bố trí ít nhất 5% ngân sách."),
                clause("II", "Quan điểm", "Người dân là trung tâm."));
        var places = fixture.parsed().orElseThrow().resolution().clauses();
        var identified = List.of(
                places.get(0).as(new ClauseId("ii"), places.get(0).hash()),
                places.get(1).as(new ClauseId("i"), places.get(1).hash()));
        fixture.write(
                "clauses.yaml",
                ClauseRegister.of(places, identified, Set.of(), List.of()).yaml());
        var later = fixture.commit("Lan", "Đổi chỗ");

        assertThat(fixture.history.difference(ID, earlier, later))
                .extracting(d -> d.clause() + " " + d.labelBefore() + ">" + d.labelAfter() + " " + d.isReworded())
                .containsExactly("ii II>I true", "i I>II false");
        assertThat(fixture.history.files(ID, later)).containsOnlyKeys("resolution.md");
    }

    @Test
    void otherDifferencesAreOfKeysQuestionsAndSlides() throws Exception {
        fixture.writeClauses(VIEW);
        fixture.write("quiz.md", QUIZ);
        var earlier = fixture.commit("Khang", "Văn bản");
        fixture.write(
                "resolution.md", text(VIEW.replace("dân", "Dân")).replace("title: Đột phá", "title: Đột phá lớn"));
        fixture.write("quiz.md", QUIZ.replace("ba nhiệm", "bốn nhiệm"));
        var later = fixture.commit("Lan", "Sửa");

        actAs("ROLE_REPORTER");
        assertThat(fixture.history.otherDifferences(ID, earlier, later))
                .extracting(d -> d.file() + " " + d.heading() + " " + changed(d))
                .containsExactly("quiz.md ## 1. Đúng sai -ba+bốn", "resolution.md --- -+ lớn");

        actAs("ROLE_SECRETARY");
        assertThat(fixture.history.otherDifferences(ID, earlier, later))
                .as("no questions to whoever is to take them")
                .extracting(PartDifference::file)
                .containsExactly("resolution.md");
    }

    private static void actAs(String role) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ai", "", role));
    }

    private static String changed(PartDifference difference) {
        return "-" + changed(difference.before()) + "+" + changed(difference.after());
    }

    private static String changed(List<Stretch> stretches) {
        return stretches.stream().filter(Stretch::changed).map(Stretch::text).collect(Collectors.joining("|"));
    }

    @Test
    void lastChangeOfAClauseIsTheVersionThatGaveItItsWords() throws Exception {
        fixture.writeClauses(VIEW, TASKS);
        var first = fixture.commit("Khang", "Văn bản");
        fixture.writeClauses(VIEW.replace("trung tâm", "chủ thể"), TASKS);
        fixture.commit("Lan", "Sửa I");
        fixture.write("quiz.md", QUIZ);
        fixture.commit("Minh", "Câu hỏi");
        fixture.writeClauses(VIEW.replace("trung tâm", "gốc"), TASKS);
        var second = fixture.commit("Minh", "Sửa I nữa");

        assertThat(lastChanges()).isEqualTo(Map.of("i", second, "ii", first));

        fixture.writeClauses(VIEW.replace("trung tâm", "gốc"), TASKS.replace("3%", "5%"));
        var third = fixture.commit("Lan", "Sửa II");
        assertThat(lastChanges()).isEqualTo(Map.of("i", second, "ii", third));
    }

    @Test
    void lastChangeIsFoundThroughAMergeOnTheSideThatMadeIt() throws Exception {
        fixture.writeClauses(VIEW, TASKS);
        fixture.commit("Khang", "Văn bản");
        fixture.git.checkout().setCreateBranch(true).setName("xa").call();
        fixture.writeClauses(VIEW, TASKS.replace("3%", "5%"));
        var theirs = fixture.commit("Lan", "Sửa II");
        fixture.git.checkout().setName("master").call();
        fixture.writeClauses(VIEW.replace("trung tâm", "chủ thể"), TASKS);
        var mine = fixture.commit("Minh", "Sửa I");
        var merged = fixture.git
                .merge()
                .include(fixture.git.getRepository().resolve("xa"))
                .setFastForward(FastForwardMode.NO_FF)
                .setMessage("Gộp")
                .call();

        assertThat(merged.getMergeStatus()).isEqualTo(MergeStatus.MERGED);
        assertThat(lastChanges()).isEqualTo(Map.of("i", mine, "ii", theirs));
    }

    @Test
    void lastChangesAreThoseOfTheTextInServiceWhenTheNewestVersionIsWrong() throws Exception {
        fixture.writeClauses(VIEW);
        var first = fixture.commit("Khang", "Văn bản");
        fixture.write("resolution.md", "hỏng");
        fixture.commit("Lan", "Hỏng");
        fixture.writeClauses(VIEW);

        assertThat(lastChanges()).isEqualTo(Map.of("i", first));
    }

    private Map<String, String> lastChanges() {
        return fixture.history.lastChanges(ID).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().commit()));
    }
}
