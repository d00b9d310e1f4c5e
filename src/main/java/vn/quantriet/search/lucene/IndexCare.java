package vn.quantriet.search.lucene;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.util.ClassUtils;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexReport.Step;
import vn.quantriet.search.IndexReport.Task;
import vn.quantriet.search.IndexReport.Work;
import vn.quantriet.search.Passage;
import vn.quantriet.search.PassageSource;

/**
 * Keeps the index true to the library and to the passages of other modules. At start, and after any failure, it compares all of
 * them in the background while the portal serves; in between it follows each {@link ContentChanged} at once. Building an index
 * anew is the same comparison, with an empty one beside.
 *
 * <p>Written passages are committed every few seconds, not one by one: what a crash takes is found by the comparison at start.
 */
@Component
class IndexCare implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(IndexCare.class);
    private static final String EVERY_TWO_SECONDS = "PT2S";
    private static final String AFTER_A_MINUTE = "PT1M";

    private final LuceneIndex index;
    private final Generations generations;
    private final LibraryLanguage language;
    private final Library library;
    private final ObjectProvider<PassageSource> sources;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Executor background;
    private final ReentrantLock comparing = new ReentrantLock();
    private final AtomicBoolean newWords = new AtomicBoolean();

    /** That everything be compared once more, by whoever is comparing or by the next to do so. */
    private final AtomicBoolean again = new AtomicBoolean();

    private final AtomicBoolean rebuildAsked = new AtomicBoolean();
    private volatile @Nullable Work work;
    private volatile @Nullable Instant finished;
    private volatile boolean closing;

    @Autowired
    IndexCare(
            LuceneIndex index,
            LibraryLanguage language,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions,
            Clock clock) {
        // A comparison may take minutes, for which nothing else that is scheduled may wait.
        this(
                index,
                language,
                library,
                sources,
                transactions,
                clock,
                Thread.ofVirtual().name("search-index")::start);
    }

    /** @param background runs comparisons */
    IndexCare(
            LuceneIndex index,
            LibraryLanguage language,
            Library library,
            ObjectProvider<PassageSource> sources,
            PlatformTransactionManager transactions,
            Clock clock,
            Executor background) {
        this.clock = clock;
        this.background = background;
        this.index = index;
        generations = index.generations();
        this.language = language;
        this.library = library;
        this.sources = sources;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        index.onLoss(this::compareInBackground);
    }

    /** Whether the index began empty and is not filled yet. */
    boolean building() {
        return !generations.isComplete();
    }

    IndexReport report() throws IOException {
        var now = work;
        return new IndexReport(
                Optional.ofNullable(now),
                Optional.ofNullable(finished),
                now == null && index.isBehind(),
                generations.passages(),
                generations.bytes(),
                index.skipped().count(),
                index.skipped().list());
    }

    /** Builds the index anew in the background, beside the one that answers; without effect while that is done anyway. */
    void rebuild() {
        if (generations.isComplete() && !generations.hasSuccessor()) {
            rebuildAsked.set(true);
            compareInBackground();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        compareInBackground();
    }

    private void compareInBackground() {
        again.set(true);
        background.execute(this::compareWhileAsked);
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
        generations.commit();
    }

    /** Also tries texts again that could not be read: a file may have been out of reach for a moment. */
    @Scheduled(initialDelayString = AFTER_A_MINUTE, fixedDelayString = AFTER_A_MINUTE)
    void mend() {
        if (index.isBehind()) {
            compareInBackground();
        } else {
            index.skipped().unreadableTexts().forEach(id -> contentChanged(new ContentChanged(id)));
        }
    }

    /** Compares everything and puts right what differs. One at a time; a second caller returns at once. */
    void compareAll() {
        again.set(true);
        compareWhileAsked();
    }

    private void compareWhileAsked() {
        // Whoever asks while another compares finds the lock taken, and the other sees it afterwards.
        while (again.get() && !closing && comparing.tryLock()) {
            try {
                again.set(false);
                compareOnce();
            } finally {
                work = null;
                comparing.unlock();
            }
        }
    }

    private void compareOnce() {
        try {
            generations.reopenIfBroken();
            begin(Step.FILES, 0);
            generations.verify();
            if (rebuildAsked.getAndSet(false) || generations.isOutdated()) {
                generations.beginSuccessor();
            }
            index.caughtUp();
            int begun = generations.begun();
            compareTexts();
            language.learn();
            language.save();
            readSources();
            if (generations.finish(begun)) {
                finished = clock.instant();
            } else {
                index.fallBehind();
                again.set(true);
            }
        } catch (IOException | RuntimeException e) {
            index.fallBehind();
            generations.doubt();
            if (!closing) {
                LOG.error("the index could not be compared with its sources; trying again in a minute", e);
            }
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
        Set<ResolutionId> texts = Stream.concat(
                        index.texts().stream(), library.resolutions().stream().map(Resolution::id))
                .collect(Collectors.toSet());
        begin(Step.TEXTS, texts.size());
        long done = 0;
        for (ResolutionId id : texts) {
            goOn();
            compare(id);
            language.hear(id);
            done(++done);
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
        begin(Step.OTHERS, 0);
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

    private Optional<IOException> read(PassageSource source, Replacement replacement) {
        try (Stream<Passage> passages = source.passages()) {
            replacement.putAll(ClassUtils.getUserClass(source).getSimpleName(), passages.iterator(), () -> {
                goOn();
                done(replacement.drawn());
            });
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private void begin(Step step, long all) {
        var task = generations.hasSuccessor()
                ? Task.REBUILDING
                : generations.isComplete() ? Task.COMPARING : Task.BUILDING;
        var before = work;
        work = new Work(task, step, before == null ? clock.instant() : before.since(), 0, all);
    }

    private void done(long done) {
        var now = work;
        if (now != null) {
            work = new Work(now.task(), now.step(), now.since(), done, now.all());
        }
    }

    private void goOn() {
        if (closing) {
            throw new IllegalStateException("the portal is stopping");
        }
    }
}
