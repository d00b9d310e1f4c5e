package vn.quantriet.content.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;

/** A real library in a folder of its own, seeded with one text; events are gathered. */
final class LibraryFixture {
    static final ResolutionId ID = new ResolutionId("57-nq-tw");

    final Path data;
    final Path seed;
    final Path library;
    final BlockingQueue<ContentChanged> events = new LinkedBlockingQueue<>();

    LibraryFixture(Path folder) throws IOException {
        data = folder.resolve("data");
        seed = folder.resolve("seed");
        library = data.resolve("library");
        writeText(seed.resolve(ID.value()), "57-NQ/TW", "Người dân là trung tâm.");
        Files.writeString(seed.resolve("README.md"), "Cách viết\n");
    }

    /** Starts the library as a new process would. */
    LiveLibrary open() {
        return new LiveLibrary(
                new LibraryPlace(data, seed),
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC),
                event -> events.add((ContentChanged) event),
                TransactionOperations.withoutTransaction());
    }

    static void writeText(Path folder, String number, String words) throws IOException {
        Files.createDirectories(folder.resolve("slides"));
        Files.writeString(folder.resolve("resolution.md"), text(number, words));
        Files.writeString(folder.resolve("key-points.md"), "## Trung tâm\n\nNgười dân. [I](clause:i)\n");
        Files.writeString(folder.resolve("quiz.md"), quiz("Ai là trung tâm?"));
        Files.writeString(folder.resolve("slides/co-so.md"), deck("Ai là trung tâm?"));
    }

    static String text(String number, String words) {
        return """
                ---
                number: %s
                kind: resolution
                issuer: Bộ Chính trị
                issued: 2024-12-22
                title: Đột phá
                short: Đột phá
                topics: [Khoa học]
                status: verified
                source: Công bố
                ---

                ## I. Quan điểm

                %s
                """.formatted(number, words);
    }

    static String quiz(String prompt) {
        return """
                ---
                pass: 70
                draw: 1
                ---

                ## 1. Đúng sai

                %s

                - [x] Đúng
                - [ ] Sai

                > Vì thế. [I](clause:i)
                """.formatted(prompt);
    }

    static String deck(String title) {
        return """
                ---
                title: Bài giảng
                reporter: Trần Minh Khang
                audience: Chi bộ
                ---

                # %s

                [I](clause:i)
                """.formatted(title);
    }

    Path file(String name) {
        return library.resolve(ID.value()).resolve(name);
    }

    static String words(LiveLibrary library) {
        return library.get(ID).words(new ClauseId("i"));
    }

    static List<String> codes(LiveLibrary library) {
        return library.problems().stream().map(LibraryFixture::codeAndPlace).toList();
    }

    private static String codeAndPlace(Problem problem) {
        return problem.place() + " " + problem.code();
    }

    /** Newest first: {@code author <mail>: message}. */
    List<String> log() throws Exception {
        try (var git = Git.open(library.toFile())) {
            return StreamSupport.stream(git.log().call().spliterator(), false)
                    .map(c -> c.getAuthorIdent().getName() + " <"
                            + c.getAuthorIdent().getEmailAddress() + ">: " + c.getFullMessage())
                    .toList();
        }
    }

    boolean isClean() throws Exception {
        try (var git = Git.open(library.toFile())) {
            return git.status().call().isClean();
        }
    }
}
