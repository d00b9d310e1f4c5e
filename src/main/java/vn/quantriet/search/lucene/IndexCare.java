package vn.quantriet.search.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PassageSource;

/**
 * Keeps the index true to the library and to the passages of other modules. At start, and after any failure, it compares all of
 * them in the background while the portal serves; in between it follows each {@link ContentChanged} at once.
 *
 * <p>Written passages are committed every few seconds, not one by one: what a crash takes is found by the comparison at start.
 */
@Component
class IndexCare implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(IndexCare.class);
    private static final String EVERY_TWO_SECONDS = "PT2S";
    private static final String AFTER_A_MINUTE = "PT1M";

    private final LuceneIndex index;
    private final LibraryLanguage language;
    private final Library library;
    private final ObjectProvider<PassageSource> sources;
    private final TransactionTemplate reading;
    private final Executor background;
    private final ReentrantLock comparing = new ReentrantLock();
    private final AtomicBoolean newWords = new AtomicBoolean();
    private volatile boolean building;
    private volatile boolean closing;

    @Autowired
    IndexCare(
            LuceneIndex index,
            LibraryLanguage language,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions) {
        // A comparison may take minutes, for which nothing else that is scheduled may wait.
        this(index, language, library, sources, transactions, Thread.ofVirtual().name("search-index")::start);
    }

    /** @param background runs comparisons */
    IndexCare(
            LuceneIndex index,
            LibraryLanguage language,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions,
            Executor background) {
        this.background = background;
        this.index = index;
        this.language = language;
        this.library = library;
        this.sources = sources;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        building = index.wasLost();
    }

    /** Whether the index began empty and is not filled yet. */
    boolean building() {
        return building;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        background.execute(this::compareAll);
    }

    /** Not an asynchronous listener: when the one who publishes returns, the new version can be found. */
    @EventListener
    void contentChanged(ContentChanged changed) {
        try {
            compare(changed.id());
        } catch (IOException | RuntimeException e) {
            index.fallBehind();
            LOG.error("text {} could not be indexed; the index will be compared with the library", changed.id(), e);
        }
        newWords.set(true);
    }

    @Scheduled(initialDelayString = EVERY_TWO_SECONDS, fixedDelayString = EVERY_TWO_SECONDS)
    void tend() throws IOException {
        language.readAbbreviations();
        if (newWords.getAndSet(false)) {
            language.learn();
        }
        index.commit();
    }

    @Scheduled(initialDelayString = AFTER_A_MINUTE, fixedDelayString = AFTER_A_MINUTE)
    void mend() {
        if (index.isBehind()) {
            background.execute(this::compareAll);
        }
    }

    /** Compares everything and puts right what differs. One at a time; a second caller returns at once. */
    void compareAll() {
        if (!comparing.tryLock()) {
            return;
        }
        try {
            index.reopenIfBroken();
            building = building || index.wasLost() && index.texts().isEmpty();
            index.caughtUp();
            compareTexts();
            language.learn();
            language.save();
            readSources();
            index.commit();
            building = false;
        } catch (IOException | RuntimeException e) {
            index.fallBehind();
            if (!closing) {
                LOG.error("the index could not be compared with its sources; trying again in a minute", e);
            }
        } finally {
            comparing.unlock();
        }
    }

    @Override
    public void destroy() {
        closing = true;
        // Waits for the comparison, which sees the flag, before the index beneath it is closed.
        comparing.lock();
        comparing.unlock();
    }

    private void compareTexts() throws IOException {
        Set<ResolutionId> texts = new HashSet<>(index.texts());
        library.resolutions().stream().map(Resolution::id).forEach(texts::add);
        for (ResolutionId id : texts) {
            goOn();
            compare(id);
            language.hear(id);
        }
    }

    private void compare(ResolutionId id) throws IOException {
        index.replaceText(id, new LuceneIndex.TextSource() {
            @Override
            public Optional<String> version() {
                return library.listing(id).map(Listing::version);
            }

            @Override
            public Optional<LibraryPassages> passages() {
                return library.find(id).map(LibraryPassages::of);
            }
        });
    }

    private void readSources() throws IOException {
        var replacement = index.replaceElsewhere();
        for (PassageSource source : sources.orderedStream().toList()) {
            Optional<IOException> failure = Optional.ofNullable(
                            reading.execute(transaction -> read(source, replacement)))
                    .flatMap(f -> f);
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
        replacement.finish();
    }

    private Optional<IOException> read(PassageSource source, LuceneIndex.Replacement replacement) {
        try (Stream<Passage> passages = source.passages()) {
            replacement.putAll(passages.peek(p -> goOn()).iterator());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private void goOn() {
        if (closing) {
            throw new IllegalStateException("the portal is stopping");
        }
    }
}
