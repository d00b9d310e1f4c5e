package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quantriet.content.library.LibraryFixture.ID;
import static vn.quantriet.content.library.LibraryFixture.deck;
import static vn.quantriet.content.library.LibraryFixture.quiz;
import static vn.quantriet.content.library.LibraryFixture.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.quantriet.content.Author;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.RemoteLibrary.Phase;
import vn.quantriet.content.RemoteLibrary.Side;
import vn.quantriet.content.RemoteLibrary.State;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.ui.Mode;

class RemoteSyncTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC);
    private static final Author REPORTER = new Author("Trần Minh Khang", "khang@example.vn");
    private static final Mode TRIAL = new Mode(Path.of("data"), Mode.Kind.TRIAL);
    private static final Mode PRODUCTION = new Mode(Path.of("data"), Mode.Kind.PRODUCTION);
    private static final String TEXT = "57-nq-tw/resolution.md";

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    RemoteSync sync;

    /** A colleague's copy, through which the remote repository is changed. */
    Git colleague;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void seed() throws Exception {
        fixture = new LibraryFixture(folder);
        library = fixture.open();
        var bare = Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(remote().toFile())
                .call();
        bare.getRepository().getConfig().setBoolean("receive", null, "autogc", false);
        bare.getRepository().getConfig().save();
        open.add(bare);
        sync = sync(library);
        sync.sync();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("khang", "", "ROLE_REPORTER"));
        colleague = Git.cloneRepository()
                .setURI(remote().toString())
                .setDirectory(folder.resolve("colleague").toFile())
                .setBranch("main")
                .call();
        open.add(colleague);
    }

    @AfterEach
    void close() throws Exception {
        SecurityContextHolder.clearContext();
        sync.close();
        library.destroy();
        for (var git : open) {
            git.close();
        }
    }

    private Path remote() {
        return folder.resolve("remote.git");
    }

    private RemoteSync sync(LiveLibrary over) {
        return sync(over, CLOCK);
    }

    private RemoteSync sync(LiveLibrary over, Clock clock) {
        var settings = new RemoteSettings(remote().toString(), "main", "", "", Duration.ofSeconds(30));
        return new RemoteSync(over, new LibraryPlace(fixture.data, fixture.seed), settings, TRIAL, clock);
    }

    private String colleaguePushes(String path, String content) throws Exception {
        colleague.pull().call();
        var file = folder.resolve("colleague").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        colleague.add().addFilepattern(path).call();
        var lan = new PersonIdent("Lan", "lan@example.vn");
        var commit = colleague
                .commit()
                .setMessage("Sửa " + path)
                .setAuthor(lan)
                .setCommitter(lan)
                .setSign(false)
                .call();
        colleague.push().setRemote("origin").add("main").call();
        return commit.name();
    }

    private List<String> remoteLog() throws Exception {
        try (var git = Git.open(remote().toFile())) {
            return StreamSupport.stream(
                            git.log()
                                    .add(git.getRepository().resolve("main"))
                                    .call()
                                    .spliterator(),
                            false)
                    .map(c -> c.getAuthorIdent().getName() + ": " + c.getFullMessage())
                    .toList();
        }
    }

    private String remoteFile(String branch, String path) throws Exception {
        try (var git = Git.open(remote().toFile());
                var blob = TreeWalk.forPath(
                        git.getRepository(), path, git.getRepository().resolve(branch + "^{tree}"))) {
            return new String(git.getRepository().open(blob.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> remoteFiles() throws Exception {
        try (var git = Git.open(remote().toFile());
                var trees = new TreeWalk(git.getRepository())) {
            trees.addTree(git.getRepository().resolve("main^{tree}"));
            trees.setRecursive(true);
            List<String> paths = new ArrayList<>();
            while (trees.next()) {
                paths.add(trees.getPathString());
            }
            return paths;
        }
    }

    private void changeHere(String path, String content) throws IOException {
        Files.createDirectories(fixture.library.resolve(path).getParent());
        Files.writeString(fixture.library.resolve(path), content);
        library.refresh(List.of(path.substring(0, path.indexOf('/'))));
    }

    private String here(String path) throws IOException {
        return Files.readString(fixture.library.resolve(path));
    }

    private Optional<String> served() {
        return library.find(ID)
                .flatMap(h -> h.deck("co-so"))
                .map(d -> d.slides().getFirst().title());
    }

    private State inStep() {
        return new State(Phase.IN_STEP, Optional.of(CLOCK.instant()), List.of());
    }

    @Test
    void withoutAnAddressNothingIsDone() {
        var off = new RemoteSync(
                library,
                new LibraryPlace(fixture.data, fixture.seed),
                new RemoteSettings("", "main", "", "", Duration.ofSeconds(30)),
                TRIAL,
                CLOCK);
        off.start();

        assertThat(off.isRunning()).isFalse();
        assertThat(off.state().phase()).isEqualTo(Phase.OFF);
    }

    @Test
    void publishedChangeArrivesThere() throws Exception {
        assertThat(remoteLog()).containsExactly("Thư viện: Seed");

        new PublishedDecks(library).publish(new DeckId(ID, "moi"), deck("Một trang mới"), REPORTER, Optional.empty());
        sync.sync();

        assertThat(remoteLog()).containsExactly("Trần Minh Khang: Publish 57-nq-tw/slides/moi.md", "Thư viện: Seed");
        assertThat(remoteFile("main", "57-nq-tw/slides/moi.md")).isEqualTo(deck("Một trang mới"));
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void changeThereComesIntoServiceInItsAuthorsName() throws Exception {
        var commit = colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai là chủ thể?"));
        fixture.events.clear();

        assertThat(sync.sync()).isTrue();

        assertThat(served()).contains("Ai là chủ thể?");
        assertThat(fixture.events).containsExactly(new ContentChanged(ID));
        assertThat(fixture.log())
                .containsExactly(
                        "Lan <lan@example.vn>: Sửa 57-nq-tw/slides/co-so.md", "Thư viện <thu-vien@localhost>: Seed");
        assertThat(library.exclusively(() -> head())).isEqualTo(commit);
        assertThat(fixture.isClean()).isTrue();
        assertThat(sync.state()).isEqualTo(inStep());
    }

    private String head() {
        try (var git = Git.open(fixture.library.toFile())) {
            return Objects.requireNonNull(git.getRepository().resolve("HEAD")).name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void newTextThereIsReadableHere() throws Exception {
        colleaguePushes("18-nq-tw/resolution.md", text("18-NQ/TW", "Sắp xếp tổ chức."));
        colleaguePushes("abbreviations.txt", "BCT = Bộ Chính trị\n");

        sync.sync();

        assertThat(library.resolutions()).extracting(r -> r.number()).contains("18-NQ/TW", "57-NQ/TW");
        assertThat(here("abbreviations.txt")).isEqualTo("BCT = Bộ Chính trị\n");
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void wordsOfBothSidesAreJoinedAndSent() throws Exception {
        colleaguePushes("abbreviations.txt", "# Viết tắt\nBCT = Bộ Chính trị\nTW = trung ương\n");
        sync.sync();
        colleaguePushes("abbreviations.txt", "# Viết tắt\nBCT = Bộ Chính trị\nBBT = Ban Bí thư\n");
        new PublishedWordList(library)
                .change(lines -> with(lines, "bỏ ~ bãi bỏ"), REPORTER, "Thêm từ đồng nghĩa: bỏ ~ bãi bỏ");

        sync.sync();

        var joined = "# Viết tắt\nBCT = Bộ Chính trị\nbỏ ~ bãi bỏ\nBBT = Ban Bí thư\n";
        assertThat(here("abbreviations.txt")).isEqualTo(joined);
        assertThat(remoteFile("main", "abbreviations.txt")).isEqualTo(joined);
        assertThat(fixture.isClean()).isTrue();
    }

    private static List<String> with(List<String> lines, String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }

    @Test
    void changesOfBothSidesAreJoinedAndSent() throws Exception {
        colleaguePushes("57-nq-tw/quiz.md", quiz("Ai là chủ thể?"));
        changeHere("57-nq-tw/slides/co-so.md", deck("Ai dẫn dắt?"));

        sync.sync();

        assertThat(served()).contains("Ai dẫn dắt?");
        assertThat(here("57-nq-tw/quiz.md")).isEqualTo(quiz("Ai là chủ thể?"));
        assertThat(remoteFile("main", "57-nq-tw/slides/co-so.md")).isEqualTo(deck("Ai dẫn dắt?"));
        assertThat(remoteFile("main", "57-nq-tw/quiz.md")).isEqualTo(quiz("Ai là chủ thể?"));
        assertThat(fixture.log())
                .containsExactlyInAnyOrder(
                        "Thư viện <thu-vien@localhost>: Merge what was published elsewhere",
                        "Thư viện <thu-vien@localhost>: Update 57-nq-tw",
                        "Lan <lan@example.vn>: Sửa 57-nq-tw/quiz.md",
                        "Thư viện <thu-vien@localhost>: Seed");
        assertThat(fixture.isClean()).isTrue();
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void changesOfTwoClausesOfOneTextAreJoined() throws Exception {
        var both = text("57-NQ/TW", "Người dân là trung tâm.\n\n## II. Nhiệm vụ\n\nBố trí 3% ngân sách.");
        changeHere(TEXT, both);
        sync.sync();
        colleaguePushes(TEXT, both.replace("3%", "5%"));
        changeHere(TEXT, both.replace("trung tâm", "chủ thể"));

        sync.sync();

        assertThat(here(TEXT)).isEqualTo(both.replace("3%", "5%").replace("trung tâm", "chủ thể"));
        assertThat(remoteFile("main", TEXT)).isEqualTo(here(TEXT));
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void wrongFileFromThereKeepsTheLastGoodVersionUntilItIsMendedThere() throws Exception {
        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai <b>là</b> chủ thể?"));

        sync.sync();

        assertThat(served()).contains("Ai là trung tâm?");
        assertThat(LibraryFixture.codes(library))
                .containsExactly("57-nq-tw/slides/co-so.md:7:6 raw-html", "57-nq-tw/slides/co-so.md:7:11 raw-html");
        assertThat(sync.state().phase()).isEqualTo(Phase.HELD);

        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai là chủ thể?"));
        sync.sync();

        assertThat(served()).contains("Ai là chủ thể?");
        assertThat(library.problems()).isEmpty();
        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void wrongFileFromThereIsReplacedByItsMendedOneAfterARestartToo() throws Exception {
        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai <b>là</b> chủ thể?"));
        sync.sync();
        sync.close();
        library.destroy();
        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai là chủ thể?"));

        library = fixture.open();
        sync = sync(library);
        sync.sync();

        assertThat(served()).contains("Ai là chủ thể?");
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void wrongFileFromThereCanBeMendedHere() throws Exception {
        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai <b>là</b> chủ thể?"));
        sync.sync();

        changeHere("57-nq-tw/slides/co-so.md", deck("Ai là chủ thể?"));
        sync.sync();

        assertThat(served()).contains("Ai là chủ thể?");
        assertThat(remoteFile("main", "57-nq-tw/slides/co-so.md")).isEqualTo(deck("Ai là chủ thể?"));
        assertThat(sync.state()).isEqualTo(inStep());
    }

    private List<String> clauses() {
        return library.resolution(ID).orElseThrow().clauses().stream()
                .map(clause -> clause.id() + " = " + clause.label() + " " + clause.title())
                .toList();
    }

    @Test
    void clausesMovedThereKeepTheirIdsHereAndTheRegisterGoesBack() throws Exception {
        var tasks = "## %s. Nhiệm vụ\n\nBố trí ít nhất 3%% ngân sách cho khoa học.\n";
        var view = "Người dân là trung tâm của công cuộc chuyển đổi số quốc gia.\n\n";
        changeHere(TEXT, text("57-NQ/TW", view + tasks.formatted("II")));
        sync.sync();
        colleaguePushes(
                TEXT,
                text("57-NQ/TW", view + tasks.formatted("III"))
                        .replace("## I. ", "## I. Bối cảnh\n\nThế giới thay đổi nhanh chóng.\n\n## II. "));
        sync.sync();

        assertThat(clauses()).containsExactly("i-2 = I Bối cảnh", "i = II Quan điểm", "ii = III Nhiệm vụ");
        assertThat(remoteFile("main", "57-nq-tw/clauses.yaml")).isEqualTo(here("57-nq-tw/clauses.yaml"));
        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(fixture.isClean()).isTrue();
        int commits = fixture.log().size();
        sync.sync();
        assertThat(fixture.log()).hasSize(commits);
    }

    @Test
    void textThereWhoseClausesAreUncertainWaitsForSomebody() throws Exception {
        colleaguePushes(TEXT, text("57-NQ/TW", "Thế giới thay đổi nhanh chóng và khó lường."));

        sync.sync();

        assertThat(LibraryFixture.codes(library)).containsExactly("57-nq-tw/resolution.md:13:1 clause-unsure");
        assertThat(sync.state().phase()).isEqualTo(Phase.HELD);
        assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là trung tâm.");
    }

    private void bothChangeTheSameClause() throws Exception {
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là chủ thể."));
        colleaguePushes("18-nq-tw/resolution.md", text("18-NQ/TW", "Sắp xếp tổ chức."));
        changeHere(TEXT, text("57-NQ/TW", "Người dân là gốc."));
        sync.sync();
    }

    /** As somebody who looks at the page now. */
    private void settle(Side holds) {
        sync.settle(sync.state().conflicts().getFirst(), holds);
    }

    private static String clause(String words) {
        return "## I. Quan điểm\n\n" + words;
    }

    @Test
    void conflictKeepsWhatIsHereInServiceAndShowsBoth() throws Exception {
        bothChangeTheSameClause();

        assertThat(here(TEXT)).isEqualTo(text("57-NQ/TW", "Người dân là gốc."));
        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
        assertThat(sync.state().conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.text()).isEqualTo(ID);
            assertThat(conflict.parts())
                    .containsExactly(new Conflict(
                            "resolution.md",
                            "## I. Quan điểm",
                            clause("Người dân là trung tâm."),
                            clause("Người dân là gốc."),
                            clause("Người dân là chủ thể.")));
        });
        assertThat(library.resolutions())
                .as("other texts come in all the same")
                .extracting(r -> r.number())
                .contains("18-NQ/TW");
        assertThat(remoteFile("main", TEXT)).isEqualTo(text("57-NQ/TW", "Người dân là chủ thể."));
        assertThat(remoteFile("main-quan-triet", TEXT))
                .as("what is here can be seen there")
                .isEqualTo(text("57-NQ/TW", "Người dân là gốc."));
    }

    @Test
    void conflictDecidedForWhatIsHereIsSentThere() throws Exception {
        bothChangeTheSameClause();

        settle(Side.HERE);
        sync.sync();

        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(here(TEXT)).isEqualTo(text("57-NQ/TW", "Người dân là gốc."));
        assertThat(remoteFile("main", TEXT)).isEqualTo(text("57-NQ/TW", "Người dân là gốc."));
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void conflictDecidedForWhatIsThereComesIntoService() throws Exception {
        bothChangeTheSameClause();

        settle(Side.THERE);
        sync.sync();

        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(here(TEXT)).isEqualTo(text("57-NQ/TW", "Người dân là chủ thể."));
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void whoIsNoReporterNorAdministratorDecidesNothing() throws Exception {
        bothChangeTheSameClause();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("binh", "", "ROLE_SECRETARY"));

        assertThatThrownBy(() -> settle(Side.THERE)).isInstanceOf(AccessDeniedException.class);
        sync.sync();

        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
    }

    @Test
    void decisionDoesNotHoldForAVersionThatNobodyHadSeen() throws Exception {
        bothChangeTheSameClause();
        settle(Side.HERE);
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là trung tâm và chủ thể."));

        sync.sync();

        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
    }

    @Test
    void decisionOnAPageThatIsNoLongerTrueDoesNotHold() throws Exception {
        bothChangeTheSameClause();
        var shown = sync.state().conflicts().getFirst();
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là trung tâm và chủ thể."));
        sync.sync();

        sync.settle(shown, Side.HERE);
        sync.sync();

        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
        assertThat(remoteFile("main", TEXT)).contains("trung tâm và chủ thể");
    }

    @Test
    void decisionAgainstWordsHereThatNobodyHadSeenDoesNotHold() throws Exception {
        bothChangeTheSameClause();
        var shown = sync.state().conflicts().getFirst();
        changeHere(TEXT, text("57-NQ/TW", "Người dân là gốc của mọi việc."));

        sync.settle(shown, Side.THERE);
        sync.sync();

        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
        assertThat(here(TEXT)).contains("gốc của mọi việc");
    }

    @Test
    void conflictSolvedThereByMergingOurBranchComesIn() throws Exception {
        bothChangeTheSameClause();
        colleague.fetch().call();
        colleague
                .merge()
                .include(colleague.getRepository().resolve("origin/main-quan-triet"))
                .setStrategy(MergeStrategy.THEIRS)
                .call();
        colleague.push().setRemote("origin").add("main").call();

        sync.sync();

        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(fixture.isClean()).isTrue();
    }

    @Test
    void unreachableRepositoryDisturbsNobodyAndIsCaughtUpWith() throws Exception {
        var away = folder.resolve("away.git");
        Files.move(remote(), away);

        assertThat(sync.sync()).isFalse();
        new PublishedDecks(library).publish(new DeckId(ID, "moi"), deck("Một trang mới"), REPORTER, Optional.empty());
        assertThat(sync.sync()).isFalse();

        assertThat(sync.state()).isEqualTo(new State(Phase.UNREACHABLE, Optional.of(CLOCK.instant()), List.of()));
        Files.move(away, remote());
        assertThat(sync.sync()).isTrue();
        assertThat(remoteFile("main", "57-nq-tw/slides/moi.md")).isEqualTo(deck("Một trang mới"));
    }

    @Test
    void addressOfAnotherSortIsSaidToBeUnusable() {
        for (var address :
                List.of("ssh://git@example.vn/thu-vien.git", "git@example.vn:thu-vien.git", "ext::sh -c id")) {
            var other = new RemoteSync(
                    library,
                    new LibraryPlace(fixture.data, fixture.seed),
                    new RemoteSettings(address, "main", "", "", Duration.ofSeconds(30)),
                    TRIAL,
                    CLOCK);

            assertThat(other.sync()).as(address).isFalse();
            assertThat(other.state().phase()).as(address).isIn(Phase.UNUSABLE, Phase.UNREACHABLE);
        }
    }

    @Test
    void freshPortalTakesTheLibraryOfOthersInsteadOfItsSamples() throws Exception {
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là chủ thể."));
        var other = new LibraryFixture(folder.resolve("other"));
        Files.writeString(other.seed.resolve(TEXT), text("57-NQ/TW", "Văn bản mẫu."));
        try (var git = open(other)) {
            git.sync.sync();

            assertThat(Files.readString(other.library.resolve(TEXT)))
                    .isEqualTo(text("57-NQ/TW", "Người dân là chủ thể."));
            assertThat(other.library.resolve("57-nq-tw/quiz.md")).exists();
            assertThat(git.library.problems()).isEmpty();
            assertThat(git.sync.state()).isEqualTo(inStep());
        }
    }

    private record Portal(LiveLibrary library, RemoteSync sync) implements AutoCloseable {
        @Override
        public void close() {
            sync.close();
            library.destroy();
        }
    }

    private Portal open(LibraryFixture other) {
        return open(other, remote(), TRIAL);
    }

    private static Portal open(LibraryFixture other, Path remote, Mode mode) {
        var live = other.open();
        var settings = new RemoteSettings(remote.toString(), "main", "", "", Duration.ofSeconds(30));
        return new Portal(live, new RemoteSync(live, new LibraryPlace(other.data, other.seed), settings, mode, CLOCK));
    }

    @Test
    void samplesAreNotSentToAnEmptyRepositoryBeforeSomethingIsPublished() throws Exception {
        var empty = folder.resolve("empty.git");
        open.add(Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(empty.toFile())
                .call());
        try (var portal = open(new LibraryFixture(folder.resolve("other")), empty, PRODUCTION);
                var git = Git.open(empty.toFile())) {
            assertThat(portal.sync.sync()).isTrue();

            assertThat(portal.sync.state()).isEqualTo(new State(Phase.SAMPLES, Optional.empty(), List.of()));
            assertThat(git.getRepository().getRefDatabase().getRefs()).isEmpty();
            new PublishedDecks(portal.library)
                    .publish(new DeckId(ID, "moi"), deck("Một trang mới"), REPORTER, Optional.empty());
            portal.sync.sync();
            assertThat(portal.sync.state()).isEqualTo(inStep());
            assertThat(git.getRepository().resolve("main")).isNotNull();
        }
    }

    @Test
    void samplesAreNotSentToTheLibraryOfOthersBeforeSomethingIsPublished() throws Exception {
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là chủ thể."));
        var log = remoteLog();
        var other = new LibraryFixture(folder.resolve("other"));
        Files.writeString(other.seed.resolve(TEXT), text("57-NQ/TW", "Văn bản mẫu."));
        LibraryFixture.writeText(other.seed.resolve("18-nq-tw"), "18-NQ/TW", "Sắp xếp.");
        try (var portal = open(other, remote(), PRODUCTION)) {
            portal.sync.sync();
            portal.sync.sync();

            assertThat(Files.readString(other.library.resolve(TEXT)))
                    .isEqualTo(text("57-NQ/TW", "Người dân là chủ thể."));
            assertThat(other.library.resolve("18-nq-tw/resolution.md")).exists();
            assertThat(portal.sync.state().phase()).isEqualTo(Phase.SAMPLES);
            assertThat(remoteLog()).isEqualTo(log);
            new PublishedDecks(portal.library)
                    .publish(new DeckId(ID, "moi"), deck("Một trang mới"), REPORTER, Optional.empty());
            portal.sync.sync();
            assertThat(portal.sync.state()).isEqualTo(inStep());
            assertThat(remoteFile("main", "57-nq-tw/slides/moi.md")).isEqualTo(deck("Một trang mới"));
        }
    }

    @Test
    void libraryOfOnesOwnIsNoSample() throws Exception {
        var other = new LibraryFixture(folder.resolve("other"));
        LibraryFixture.writeText(other.library.resolve(ID.value()), "57-NQ/TW", "Bản của chúng tôi.");
        try (var portal = open(other)) {
            portal.sync.sync();

            assertThat(Files.readString(other.library.resolve(TEXT))).isEqualTo(text("57-NQ/TW", "Bản của chúng tôi."));
            assertThat(portal.sync.state().phase()).isEqualTo(Phase.CONFLICT);
        }
    }

    @Test
    void filesThatAreNoBusinessOfALibraryAreNeverWritten() throws Exception {
        var copy = folder.resolve("colleague");
        Files.createDirectories(copy.resolve(".github/workflows"));
        Files.writeString(copy.resolve(".github/workflows/x.yml"), "on: push\n");
        Files.createSymbolicLink(copy.resolve("57-nq-tw/slides/link.md"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(copy.resolve("18-nq-tw"), Path.of("/tmp"));
        colleague.add().addFilepattern(".").call();
        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai là chủ thể?"));

        sync.sync();

        assertThat(served()).contains("Ai là chủ thể?");
        assertThat(fixture.library.resolve(".github")).doesNotExist();
        assertThat(Files.exists(fixture.library.resolve("18-nq-tw"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(Files.exists(fixture.library.resolve("57-nq-tw/slides/link.md"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(remoteFile("main", ".github/workflows/x.yml")).isEqualTo("on: push\n");
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void filesThatAreOnlyKeptInTheHistoryAreNeverRemovedThere() throws Exception {
        var copy = folder.resolve("colleague");
        Files.createDirectories(copy.resolve("57-nq-tw/slides/cu"));
        Files.createDirectories(copy.resolve("57-nq-tw/files"));
        Files.writeString(copy.resolve("57-nq-tw/.gitkeep"), "");
        Files.writeString(copy.resolve("57-nq-tw/slides/cu/nhap.md"), "Nháp\n");
        Files.write(copy.resolve("57-nq-tw/files/phim.mp4"), new byte[20_000_001]);
        Files.createSymbolicLink(copy.resolve("57-nq-tw/slides/link.md"), Path.of("/etc/passwd"));
        colleague.add().addFilepattern(".").call();
        colleaguePushes("57-nq-tw/slides/co-so.md", deck("Ai là chủ thể?"));
        sync.sync();

        changeHere("57-nq-tw/quiz.md", quiz("Ai là chủ thể?"));
        library.refreshAll();
        sync.sync();

        assertThat(remoteFile("main", "57-nq-tw/quiz.md")).isEqualTo(quiz("Ai là chủ thể?"));
        assertThat(remoteFiles())
                .contains(
                        "57-nq-tw/.gitkeep",
                        "57-nq-tw/slides/cu/nhap.md",
                        "57-nq-tw/files/phim.mp4",
                        "57-nq-tw/slides/link.md");
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void fileInPlaceOfALinkComesInAndALinkInPlaceOfAFileTakesItAway() throws Exception {
        var deck = folder.resolve("colleague/57-nq-tw/slides/moi.md");
        Files.createSymbolicLink(deck, Path.of("co-so.md"));
        colleague.add().addFilepattern("57-nq-tw/slides/moi.md").call();
        colleaguePushes("57-nq-tw/quiz.md", quiz("Ai là chủ thể?"));
        sync.sync();
        assertThat(fixture.file("slides/moi.md")).doesNotExist();

        Files.delete(deck);
        colleaguePushes("57-nq-tw/slides/moi.md", deck("Một trang mới"));
        sync.sync();
        assertThat(here("57-nq-tw/slides/moi.md")).isEqualTo(deck("Một trang mới"));

        Files.delete(deck);
        Files.createSymbolicLink(deck, Path.of("co-so.md"));
        colleague.add().addFilepattern("57-nq-tw/slides/moi.md").call();
        colleaguePushes("57-nq-tw/quiz.md", quiz("Ai là trung tâm?"));
        sync.sync();
        changeHere("57-nq-tw/slides/co-so.md", deck("Ai dẫn dắt?"));
        sync.sync();

        assertThat(Files.exists(fixture.file("slides/moi.md"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(remoteFile("main", "57-nq-tw/slides/moi.md")).isEqualTo("co-so.md");
        assertThat(sync.state()).isEqualTo(inStep());
    }

    private static final ResolutionId OTHER = new ResolutionId("18-nq-tw");
    private static final String OTHER_TEXT = "18-nq-tw/resolution.md";
    private static final String OTHER_REGISTER = "18-nq-tw/clauses.yaml";

    private static String otherText(String first, String second) {
        return ThreeClauses.text(first, second, ThreeClauses.THIRD).replace("57-NQ/TW", "18-NQ/TW");
    }

    @Test
    void identitiesDecidedElsewhereHoldThoughTheRegisterWasChangedHere() throws Exception {
        var words = ThreeClauses.FIRST + " Không ai đứng ngoài.";
        changeHere(OTHER_TEXT, otherText(ThreeClauses.FIRST, ThreeClauses.SECOND));
        changeHere("18-nq-tw/quiz.md", quiz("Ai là trung tâm?"));
        changeHere("18-nq-tw/slides/co-so.md", deck("Ai là trung tâm?"));
        changeHere(OTHER_TEXT, otherText(words, ThreeClauses.SECOND));
        sync.sync();
        var other = new LibraryFixture(folder.resolve("other"));
        try (var elsewhere = open(other)) {
            elsewhere.sync.sync();
            var texts = new PublishedTexts(elsewhere.library);
            var edition = texts.edition(OTHER).orElseThrow();
            var files = new HashMap<>(edition.files());
            files.put("resolution.md", otherText(words, ThreeClauses.PERHAPS_SECOND));
            texts.publish(new TextPublishing.Order(
                    OTHER,
                    files,
                    Set.of(),
                    Map.of("ii", Optional.empty()),
                    REPORTER,
                    Optional.of(edition.version()),
                    "Sửa"));
            elsewhere.sync.sync();
            assertThat(elsewhere.sync.state()).isEqualTo(inStep());
        }
        var looked = here(OTHER_REGISTER).replace("  - {from: quiz.md#1, clause: i}\n", "");
        assertThat(looked).contains("{from: slides/co-so.md#1, clause: i}").isNotEqualTo(here(OTHER_REGISTER));
        changeHere(OTHER_REGISTER, looked);

        sync.sync();

        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(library.resolution(OTHER).orElseThrow().clauses())
                .extracting(clause -> clause.id().value())
                .containsExactly("i", "ii-2", "iii");
        assertThat(here(OTHER_REGISTER))
                .contains("ii: {id: ii-2}", "retired:\n  - ii\n", "{from: slides/co-so.md#1, clause: i}")
                .doesNotContain("quiz.md");
        assertThat(remoteFile("main", OTHER_REGISTER)).isEqualTo(here(OTHER_REGISTER));
        assertThat(fixture.isClean()).isTrue();
    }

    private void conflictWhileAnotherTextComesIn() throws Exception {
        changeHere(OTHER_TEXT, otherText(ThreeClauses.FIRST, ThreeClauses.SECOND));
        sync.sync();
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là chủ thể."));
        colleaguePushes(OTHER_TEXT, otherText(ThreeClauses.FIRST + " Một.", ThreeClauses.SECOND));
        changeHere(TEXT, text("57-NQ/TW", "Người dân là gốc."));
        sync.sync();
        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
        assertThat(here(OTHER_TEXT)).contains(" Một.");
    }

    @Test
    void whatWasTakenInBesideAConflictIsBuiltOnByBothSides() throws Exception {
        conflictWhileAnotherTextComesIn();
        changeHere(OTHER_TEXT, here(OTHER_TEXT).replace("title: Đột phá", "title: Đột phá mới"));
        colleaguePushes(OTHER_TEXT, otherText(ThreeClauses.FIRST + " Một hai.", ThreeClauses.SECOND));

        sync.sync();

        assertThat(sync.state().conflicts())
                .extracting(conflict -> conflict.text())
                .containsExactly(ID);
        assertThat(here(OTHER_TEXT)).contains(" Một hai.", "title: Đột phá mới");
    }

    @Test
    void whatWasTakenInBesideAConflictAndTakenBackThereGoesHereToo() throws Exception {
        conflictWhileAnotherTextComesIn();
        colleaguePushes(OTHER_TEXT, otherText(ThreeClauses.FIRST, ThreeClauses.SECOND));
        colleaguePushes(TEXT, text("57-NQ/TW", "Người dân là gốc."));

        sync.sync();

        assertThat(sync.state()).isEqualTo(inStep());
        assertThat(here(OTHER_TEXT)).isEqualTo(otherText(ThreeClauses.FIRST, ThreeClauses.SECOND));
        assertThat(remoteFile("main", OTHER_TEXT)).isEqualTo(here(OTHER_TEXT));
    }

    @Test
    void wrongFileThatIsTakenBackThereGoesHereToo() throws Exception {
        colleaguePushes("57-nq-tw/slides/moi.md", deck("Ai <b>là</b> chủ thể?"));
        sync.sync();
        assertThat(fixture.file("slides/moi.md")).exists();
        Files.delete(folder.resolve("colleague/57-nq-tw/slides/moi.md"));
        colleague.rm().addFilepattern("57-nq-tw/slides/moi.md").call();
        colleaguePushes("57-nq-tw/quiz.md", quiz("Ai là chủ thể?"));

        sync.sync();

        assertThat(fixture.file("slides/moi.md")).doesNotExist();
        assertThat(library.problems()).isEmpty();
        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void nothingIsReadAgainWhileNeitherSideMoves() throws Exception {
        bothChangeTheSameClause();
        var before = library.shelves();

        assertThat(sync.sync()).isTrue();

        assertThat(sync.state().phase()).isEqualTo(Phase.CONFLICT);
        assertThat(sync.state().conflicts()).hasSize(1);
        assertThat(library.shelves()).isSameAs(before);
    }

    @Test
    void whatComesInDuringAConflictIsTakenInAfterwardsAllTheSame() throws Exception {
        bothChangeTheSameClause();
        changeHere(TEXT, text("57-NQ/TW", "Người dân là chủ thể."));

        sync.sync();

        assertThat(sync.state()).isEqualTo(inStep());
    }

    @Test
    void errorIsSaidAndTheNextTurnComes() {
        var fails = new AtomicBoolean(true);
        InstantSource failing = () -> {
            if (fails.get()) {
                throw new LinkageError("for a test");
            }
            return CLOCK.instant();
        };
        var other = sync(library, failing.withZone(ZoneOffset.UTC));

        assertThat(other.sync()).isFalse();
        assertThat(other.state().phase()).isEqualTo(Phase.FAILED);
        fails.set(false);
        assertThat(other.sync()).isTrue();
        assertThat(other.state()).isEqualTo(inStep());
        other.close();
    }

    @Test
    void threadSendsWhatIsPublishedAndEndsWhenItIsStopped() throws Exception {
        sync.start();
        assertThat(sync.isRunning()).isTrue();

        sync.stop();

        assertThat(sync.isRunning()).isFalse();
        assertThat(sync.state().phase()).isIn(Phase.STARTING, Phase.IN_STEP, Phase.UNREACHABLE);
    }
}
