package vn.quantriet.content.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import vn.quantriet.content.Author;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;
import vn.quantriet.content.library.LibraryPlace;

/** A repository that is committed to by hand, and the history read from it. */
final class HistoryFixture implements AutoCloseable {
    static final ResolutionId ID = new ResolutionId("57-nq-tw");

    final Path root;
    final Git git;
    final CommittedHistory history;
    private int hour;

    HistoryFixture(Path folder) throws Exception {
        var place = new LibraryPlace(folder.resolve("data"), folder.resolve("seed"));
        root = place.library();
        git = Git.init().setDirectory(root.toFile()).call();
        history = new CommittedHistory(new TextOnDisk(), place);
    }

    /** The text as its file is now. */
    private final class TextOnDisk implements Library {
        @Override
        public List<Resolution> resolutions() {
            return List.of();
        }

        @Override
        public Optional<Listing> listing(ResolutionId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Resolution> resolution(ResolutionId id) {
            return parsed().map(raw -> register(raw)
                    .map(register -> register.applied(raw))
                    .orElse(raw)
                    .resolution());
        }

        @Override
        public Optional<Holding> find(ResolutionId id) {
            return Optional.empty();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }

    private Optional<ClauseRegister> register(ParsedText raw) {
        try {
            var file = SourceFile.of(ID + "/clauses.yaml", Files.readString(path("clauses.yaml")));
            return LibraryFormat.register(ID, file, raw.resolution().clauses())
                    .value()
                    .filter(register -> register.isFor(raw.resolution().clauses()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** With the ids that come from its numbering. */
    Optional<ParsedText> parsed() {
        try {
            var file = SourceFile.of(ID + "/resolution.md", Files.readString(path("resolution.md")));
            return LibraryFormat.resolution(ID, file).value();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Path path(String name) {
        return root.resolve(ID.value()).resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), text);
    }

    void writeClauses(String... clauses) throws IOException {
        write("resolution.md", text(clauses));
    }

    static String text(String... clauses) {
        return """
                ---
                number: 57-NQ/TW
                kind: resolution
                issuer: Bộ Chính trị
                issued: 2024-12-22
                title: Đột phá
                short: Đột phá
                topics: [Khoa học]
                status: verified
                source: Công bố
                ---

                """ + String.join("\n", clauses);
    }

    static String clause(String number, String title, String words) {
        return "## " + number + ". " + title + "\n\n" + words + "\n";
    }

    /** Commits everything, an hour after the last. */
    String commit(String author, String message) throws Exception {
        return commit(author, author + "@example.vn", message);
    }

    /** As the portal itself commits. */
    String commitHere(String message) throws Exception {
        return commit(Author.LIBRARY.name(), Author.LIBRARY.email(), message);
    }

    private String commit(String author, String email, String message) throws Exception {
        git.add().addFilepattern(".").call();
        git.add().setUpdate(true).addFilepattern(".").call();
        var person = new PersonIdent(
                author, email, Instant.parse("2026-11-23T00:00:00Z").plusSeconds(3_600L * hour++), ZoneOffset.UTC);
        return git.commit()
                .setAuthor(person)
                .setCommitter(person)
                .setMessage(message)
                .setSign(false)
                .call()
                .name();
    }

    @Override
    public void close() {
        history.destroy();
        git.close();
    }
}
