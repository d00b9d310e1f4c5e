package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.format.ClauseRegister;

class LibraryHistoryTest {
    private static final PersonIdent LAN = new PersonIdent("Lan", "lan@example.vn");

    @TempDir
    Path folder;

    LibraryHistory history;
    Git git;

    @BeforeEach
    void open() throws Exception {
        history = LibraryHistory.open(folder, LibraryFixture.CLOCK);
        git = Git.open(folder.toFile());
    }

    @AfterEach
    void close() {
        git.close();
        history.close();
    }

    private void write(String text, String content) throws Exception {
        Files.createDirectories(folder.resolve(text));
        Files.writeString(folder.resolve(text).resolve(Manuscript.TEXT), content);
    }

    private void commitHere() throws Exception {
        history.commit(List.of(), path -> true, path -> true, LibraryHistory.LIBRARY, "Update");
    }

    private void commitElsewhere() throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("Sửa")
                .setAuthor(LAN)
                .setCommitter(LAN)
                .setSign(false)
                .call();
    }

    private Optional<String> lastOwn(String text) {
        return history.lastOwn(text, Manuscript.TEXT, ClauseRegister.FILE).map(version -> {
            try {
                return new String(history.content(version.text()).orElseThrow(), StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void versionBeforeIsThatOfTheNewestOwnCommitHoweverManyFollowedElsewhere() throws Exception {
        write("57-nq-tw", "own 57");
        write("18-nq-tw", "own 18");
        commitHere();
        write("18-nq-tw", "own 18 again");
        commitHere();
        for (int i = 0; i < 60; i++) {
            write("57-nq-tw", "elsewhere " + i);
            write("66-nq-tw", "elsewhere " + i);
            commitElsewhere();
        }

        assertThat(lastOwn("57-nq-tw")).contains("own 57");
        assertThat(lastOwn("18-nq-tw")).contains("own 18 again");
        assertThat(lastOwn("66-nq-tw")).as("never committed here").contains("elsewhere 59");
        assertThat(lastOwn("01-nq-tw")).isEmpty();
    }
}
