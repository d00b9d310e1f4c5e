package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.vietnamese.Abbreviations;
import vn.quantriet.search.vietnamese.Vocabulary;
import vn.quantriet.search.vietnamese.Vocabulary.Sample;
import vn.quantriet.ui.Mode;

/**
 * Knows the words of the library, and so how to read a query. It begins with the words of the field; {@link #learn()} adds those
 * of the texts in service, of each version once. Words are never unlearnt while what was learnt is kept on disk, a cache that may be
 * deleted. Abbreviations are read from {@code abbreviations.txt} in the library folder, anew when it changes.
 */
@Component
class LibraryLanguage implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryLanguage.class);
    private static final int FIELD_WORDS_COUNT = 3;

    private final Library library;
    private final Path abbreviationsFile;
    private final LearntWords kept;
    private final Map<ResolutionId, String> learnt = new HashMap<>();
    private Vocabulary vocabulary;
    private Vocabulary.@Nullable Learning learning;
    private boolean unsaved;
    private String abbreviationsText = "";
    private volatile QueryReader reader;

    @Autowired
    LibraryLanguage(Library library, Mode mode) {
        this(
                library,
                mode.data().resolve("library").resolve("abbreviations.txt"),
                mode.data().resolve("index.words"));
    }

    /** @param wordsFile where to keep what was learnt */
    LibraryLanguage(Library library, Path abbreviationsFile, Path wordsFile) {
        this.library = library;
        this.abbreviationsFile = abbreviationsFile;
        var fieldWords = fieldWords();
        kept = new LearntWords(wordsFile, fieldWords);
        var before = kept.read();
        before.ifPresent(words -> learnt.putAll(words.texts()));
        vocabulary = before.map(LearntWords.Learnt::vocabulary)
                .orElseGet(() -> Vocabulary.of(List.of(new Sample(fieldWords, FIELD_WORDS_COUNT))));
        reader = new QueryReader(vocabulary, Abbreviations.none());
        readAbbreviations();
    }

    QueryReader reader() {
        return reader;
    }

    /** Learns the words of all texts that are in service in a version not yet learnt. About a second for two million words. */
    synchronized void learn() {
        library.resolutions().forEach(text -> hear(text.id()));
        var heard = learning;
        if (heard != null) {
            learning = null;
            vocabulary = heard.end();
            unsaved = true;
            reader = new QueryReader(
                    vocabulary, Abbreviations.parse(abbreviationsText.lines().toList()));
        }
    }

    /** Takes in the words of a text's present version, to be known after {@link #learn}. One that cannot be read is left for later. */
    synchronized void hear(ResolutionId id) {
        Optional<String> version;
        List<Passage> passages;
        try {
            version = library.listing(id).map(Listing::version);
            if (version.equals(Optional.ofNullable(learnt.get(id)))) {
                return;
            }
            passages = version.flatMap(v -> library.find(id))
                    .map(holding -> LibraryPassages.of(holding).passages())
                    .orElse(List.of());
        } catch (RuntimeException e) {
            // The index lists it among those that it lacks.
            LOG.debug("the words of {} are not learnt", id, e);
            return;
        }
        if (version.isPresent() && !passages.isEmpty()) {
            var words = learning == null ? vocabulary.learnMore() : learning;
            learning = words;
            boolean again = learnt.put(id, version.get()) != null;
            for (Passage passage : passages) {
                var text = passage.title() + "\n" + passage.text();
                if (again) {
                    words.learnNew(text);
                } else {
                    words.learn(new Sample(text, 1));
                }
            }
        }
    }

    /** Keeps what was learnt for the next start. */
    synchronized void save() {
        if (unsaved) {
            kept.write(vocabulary, learnt);
            unsaved = false;
        }
    }

    @Override
    public void destroy() {
        save();
    }

    /** Reads the abbreviations again if their file has changed. */
    synchronized void readAbbreviations() {
        String text = "";
        try {
            if (Files.isRegularFile(abbreviationsFile)) {
                text = new String(Files.readAllBytes(abbreviationsFile), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!text.equals(abbreviationsText)) {
            var abbreviations = Abbreviations.parse(text.lines().toList());
            abbreviations.problems().forEach(problem -> LOG.warn("{}", problem));
            abbreviationsText = text;
            reader = new QueryReader(vocabulary, abbreviations);
        }
    }

    private static String fieldWords() {
        try {
            var resource = new ClassPathResource("search/phrases.txt");
            return String.join(
                    "\n",
                    resource.getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
