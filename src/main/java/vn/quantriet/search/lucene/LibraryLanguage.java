package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.search.Passage;
import vn.quantriet.search.vietnamese.Abbreviations;
import vn.quantriet.search.vietnamese.Vocabulary;
import vn.quantriet.search.vietnamese.Vocabulary.Sample;
import vn.quantriet.ui.Mode;

/**
 * Knows the words of the library, and so how to read a query. It begins with the words of the field; {@link #learn()} adds those
 * of the texts in service. Abbreviations are read from {@code abbreviations.txt} in the library folder, anew when it changes.
 */
@Component
class LibraryLanguage {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryLanguage.class);
    private static final int FIELD_WORDS_COUNT = 3;

    private final Library library;
    private final Path abbreviationsFile;
    private final Sample wordsOfTheField;
    private Vocabulary vocabulary;
    private String abbreviationsText = "";
    private volatile QueryReader reader;

    @Autowired
    LibraryLanguage(Library library, Mode mode) {
        this(library, mode.data().resolve("library").resolve("abbreviations.txt"));
    }

    LibraryLanguage(Library library, Path abbreviationsFile) {
        this.library = library;
        this.abbreviationsFile = abbreviationsFile;
        wordsOfTheField = new Sample(fieldWords(), FIELD_WORDS_COUNT);
        vocabulary = Vocabulary.of(List.of(wordsOfTheField));
        reader = new QueryReader(vocabulary, Abbreviations.none());
        readAbbreviations();
    }

    QueryReader reader() {
        return reader;
    }

    /** Learns the words of the library as it is now. Takes about a second for two million words. */
    synchronized void learn() {
        List<Sample> samples = new ArrayList<>();
        samples.add(wordsOfTheField);
        library.resolutions().stream()
                .map(text -> library.find(text.id()))
                .flatMap(Optional::stream)
                .flatMap(holding -> LibraryPassages.of(holding).passages().stream())
                .map(LibraryLanguage::sample)
                .forEach(samples::add);
        vocabulary = Vocabulary.of(samples);
        reader = new QueryReader(
                vocabulary, Abbreviations.parse(abbreviationsText.lines().toList()));
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

    private static Sample sample(Passage passage) {
        return new Sample(passage.title() + "\n" + passage.text(), 1);
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
