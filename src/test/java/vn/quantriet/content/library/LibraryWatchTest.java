package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.quantriet.content.library.LibraryFixture.ID;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.Watchable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.quantriet.content.Author;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ResolutionId;

@Timeout(60)
class LibraryWatchTest {
    private static final ContentChanged CHANGED = new ContentChanged(ID);

    @TempDir
    Path folder;

    LibraryFixture fixture;
    LiveLibrary library;
    LibraryWatch watch;

    @BeforeEach
    void start() throws Exception {
        fixture = new LibraryFixture(folder);
        library = fixture.open();
        watch = new LibraryWatch(library);
        watch.start();
    }

    @AfterEach
    void stop() {
        watch.stop();
        library.destroy();
    }

    @Test
    void changedFileIsPickedUp() throws Exception {
        Files.writeString(fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", "Người dân là chủ thể."));

        assertThat(next()).isEqualTo(CHANGED);
        assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là chủ thể.");
    }

    @Test
    void droppedFolderIsPickedUpAndWatchedFromThenOn() throws Exception {
        var id = new ResolutionId("18-nq-tw");
        var text = fixture.library.resolve("18-nq-tw");
        var prepared = folder.resolve("prepared");
        LibraryFixture.writeText(prepared, "18-NQ/TW", "Sắp xếp.");
        Files.move(prepared, text);

        assertThat(next()).isEqualTo(new ContentChanged(id));
        assertThat(library.get(id).decks()).hasSize(1);
        Files.writeString(text.resolve("slides/moi.md"), LibraryFixture.deck("Mới"));
        assertThat(next()).isEqualTo(new ContentChanged(id));
        assertThat(library.get(id).deck("moi")).isPresent();
        FileSystemUtils.deleteRecursively(text);
        assertThat(next()).isEqualTo(new ContentChanged(id));
        var others = library.resolutions();
        assertThat(others).extracting(r -> r.id()).contains(ID);
    }

    @Test
    void publishedDeckIsToldOnce() throws Exception {
        new PublishedDecks(library)
                .publish(
                        new DeckId(ID, "moi"),
                        LibraryFixture.deck("Mới"),
                        new Author("Khang", "k@example.vn"),
                        Optional.empty());
        assertThat(next()).isEqualTo(CHANGED);

        // A later change on disk is handled after whatever the watch saw of the publication.
        Files.writeString(fixture.file("key-points.md"), "## Mới\n\nMới. [I](clause:i)\n");
        assertThat(next()).isEqualTo(CHANGED);
        assertThat(library.get(ID).keyPoints().getFirst().title()).isEqualTo("Mới");
        assertThat(fixture.events).isEmpty();
    }

    @Test
    void foldersAreLookedThroughWhereTooFewCanBeWatched() throws Exception {
        watch.stop();
        watch = new LibraryWatch(library, 2);
        watch.start();
        Files.writeString(fixture.file("resolution.md"), LibraryFixture.text("57-NQ/TW", "Người dân là chủ thể."));
        assertThat(next()).isEqualTo(CHANGED);
        assertThat(LibraryFixture.words(library)).isEqualTo("Người dân là chủ thể.");

        Files.writeString(fixture.file("key-points.md"), "## Mới\n\nMới. [I](clause:i)\n");
        assertThat(next()).isEqualTo(CHANGED);
        assertThat(library.get(ID).keyPoints().getFirst().title()).isEqualTo("Mới");
    }

    /** A key whose events were too many to be kept. */
    private static final class Overflown implements WatchKey {
        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public List<WatchEvent<?>> pollEvents() {
            return List.of(new WatchEvent<>() {
                @Override
                public Kind<Object> kind() {
                    return StandardWatchEventKinds.OVERFLOW;
                }

                @Override
                public int count() {
                    return 1;
                }

                @Override
                public @Nullable Object context() {
                    return null;
                }
            });
        }

        @Override
        public boolean reset() {
            return true;
        }

        @Override
        public void cancel() {}

        @Override
        public Watchable watchable() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void folderWhoseArrivalWasLostIsWatchedAllTheSame() throws Exception {
        watch.stop();
        var another = new LibraryWatch(library);
        var text = fixture.library.resolve("18-nq-tw");
        LibraryFixture.writeText(text, "18-NQ/TW", "Sắp xếp.");
        try (var service = fixture.library.getFileSystem().newWatchService()) {
            another.settle(service, new Overflown());

            assertThat(library.resolutions()).extracting(r -> r.number()).contains("18-NQ/TW");
            Files.writeString(text.resolve("slides/moi.md"), LibraryFixture.deck("Mới"));
            assertThat(service.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private ContentChanged next() throws InterruptedException {
        var event = fixture.events.poll(30, TimeUnit.SECONDS);
        return java.util.Objects.requireNonNull(event, "no event within 30 seconds");
    }
}
