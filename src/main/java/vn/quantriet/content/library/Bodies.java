package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.SlideDeck;
import vn.quantriet.content.format.AttachedFiles;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.Parsed;
import vn.quantriet.content.format.ParsedText;
import vn.quantriet.content.format.SourceFile;

/**
 * The words of texts, read from their files when they are asked for; those asked for last are kept. What is answered is always the
 * version in service: a file that holds another one by now is passed over, and that version taken from the history. Safe for use by
 * many threads.
 */
final class Bodies {
    /** Bytes of Markdown whose words are kept; they take about six times as much memory. */
    private static final long MOST_KEPT = 8_000_000;

    private final LibraryFolder folder;
    private final LibraryHistory history;
    private final AttachmentShelf attachments;
    private final LinkedHashMap<ResolutionId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    Bodies(LibraryFolder folder, LibraryHistory history, AttachmentShelf attachments) {
        this.folder = folder;
        this.history = history;
        this.attachments = attachments;
    }

    private record Kept(String version, Holding holding, long weight) {}

    /** A version in service is neither in its file nor in the history: somebody has been at the repository. */
    static final class Lost extends RuntimeException {
        Lost(String path, ObjectId blob) {
            super(path + " is in service as " + blob.name() + ", which is neither in the folder nor in the history");
        }
    }

    /**
     * Everything on a text that is in service.
     *
     * @throws Lost when it cannot be had any more
     */
    Optional<Holding> holding(Shelved shelved) {
        return shelved.listing().map(listing -> {
            synchronized (kept) {
                var found = kept.get(shelved.id());
                if (found != null && found.version().equals(listing.version())) {
                    return found.holding();
                }
            }
            var reading = new Reading(shelved);
            var holding = reading.holding(listing.resolution());
            keep(shelved.id(), new Kept(listing.version(), holding, reading.bytes));
            return holding;
        });
    }

    /**
     * The text itself, to be shown.
     *
     * @throws Lost when it cannot be had any more
     */
    Optional<ParsedText> text(Shelved shelved) {
        return shelved.resolution().map(resolution -> new Reading(shelved).text(resolution));
    }

    /**
     * The files in service, by path below the text's folder.
     *
     * @throws Lost when one cannot be had any more
     */
    Map<String, SourceFile> files(Shelved shelved) {
        Map<String, SourceFile> files = new HashMap<>();
        shelved.served().forEach((name, blob) -> {
            var path = shelved.id() + "/" + name;
            SourceFile.read(path, content(path, blob)).file().ifPresent(file -> files.put(name, file));
        });
        return files;
    }

    private void keep(ResolutionId id, Kept one) {
        synchronized (kept) {
            var old = kept.put(id, one);
            weight += one.weight() - (old == null ? 0 : old.weight());
            var eldest = kept.values().iterator();
            while (weight > MOST_KEPT && kept.size() > 1) {
                weight -= eldest.next().weight();
                eldest.remove();
            }
        }
    }

    /** One reading of one text. */
    private final class Reading {
        private final Shelved shelved;
        private final AttachedFiles attached;
        private long bytes;

        Reading(Shelved shelved) {
            this.shelved = shelved;
            this.attached = attachments.of(shelved.id()).files();
        }

        Holding holding(Resolution resolution) {
            var id = shelved.id();
            var text = text(resolution);
            Map<ClauseId, String> words = new HashMap<>();
            for (int i = 0; i < resolution.clauses().size(); i++) {
                if (!text.words().get(i).isEmpty()) {
                    words.put(resolution.clauses().get(i).id(), text.words().get(i));
                }
            }
            List<SlideDeck> decks = new ArrayList<>();
            shelved.served().keySet().stream()
                    .filter(name -> name.startsWith(Manuscript.DECKS))
                    .sorted()
                    .flatMap(name ->
                            Shelving.deckId(id, name)
                                    .flatMap(deck -> parsed(name, file -> LibraryFormat.deck(deck, file)))
                                    .stream())
                    .forEach(decks::add);
            return new Holding(
                    resolution,
                    words,
                    parsed(Manuscript.KEY_POINTS, file -> LibraryFormat.keyPoints(id, file))
                            .orElse(List.<KeyPoint>of()),
                    decks,
                    parsed(Manuscript.QUIZ, file -> LibraryFormat.quiz(id, file)));
        }

        ParsedText text(Resolution resolution) {
            var text = parsed(Manuscript.TEXT, file -> LibraryFormat.resolution(shelved.id(), file))
                    .orElseThrow(() -> new IllegalStateException(shelved.id() + " is in service without a text"));
            return text.with(resolution);
        }

        private <T> Optional<T> parsed(String name, Function<SourceFile, Parsed<T>> parser) {
            return Optional.ofNullable(shelved.served().get(name)).map(blob -> {
                var path = shelved.id() + "/" + name;
                var source = content(path, blob);
                bytes += source.length;
                return SourceFile.read(path, source)
                        .file()
                        .map(file -> file.beside(attached))
                        .map(parser)
                        .flatMap(Parsed::value)
                        .orElseThrow(() -> new IllegalStateException(
                                path + " was right as " + blob.name() + " and is wrong on a second reading"));
            });
        }
    }

    private byte[] content(String path, ObjectId blob) {
        try {
            var inFolder = folder.read(path)
                    .filter(bytes -> LibraryHistory.nameOf(bytes).equals(blob));
            if (inFolder.isPresent()) {
                return inFolder.get();
            }
        } catch (IOException e) {
            // Unreadable just now: the history has it too.
        }
        try {
            return history.content(blob).orElseThrow(() -> new Lost(path, blob));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
