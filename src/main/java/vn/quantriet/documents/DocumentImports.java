package vn.quantriet.documents;

import jakarta.annotation.PreDestroy;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.Attachments.Content;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.documents.DocumentRefused.Reason;
import vn.quantriet.documents.ImportFolders.Side;
import vn.quantriet.documents.reading.IsolatedReading;

/**
 * Brings documents into the library's format. Every method refuses whoever is neither reporter nor editor nor administrator, and knows
 * only the imports of the acting member.
 */
@Service
public class DocumentImports {
    /** What may be brought, in bytes. */
    public static final long LARGEST = 50L << 20;

    /** A picture of an import belongs to none yet. */
    private static final ResolutionId NO_TEXT = new ResolutionId("nhap");

    private static final Logger LOG = LoggerFactory.getLogger(DocumentImports.class);
    private static final IsolatedReading.Limits LIMITS = new IsolatedReading.Limits(256, Duration.ofSeconds(60));
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 20;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ImportFolders folders;
    private final Clock clock;
    private final ObjectProvider<TextPublishing> texts;
    private final ObjectProvider<Attachments> attachments;
    private final ObjectProvider<DraftInbox> drafts;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("reading-", 0).daemon().factory());
    private final Map<ImportId, Job> jobs = new ConcurrentHashMap<>();

    private record Job(String owner, IsolatedReading reading, boolean begun) {}

    DocumentImports(
            DocumentsPlace place,
            Clock clock,
            ObjectProvider<TextPublishing> texts,
            ObjectProvider<Attachments> attachments,
            ObjectProvider<DraftInbox> drafts) {
        this.folders = new ImportFolders(place.imports());
        this.clock = clock;
        this.texts = texts;
        this.attachments = attachments;
        this.drafts = drafts;
    }

    /**
     * Takes a document in and begins to read it. Who brings another while one is read gives that one up.
     *
     * @param document read to its end or to {@link #LARGEST}; left open
     * @throws DocumentRefused when it is empty or too large, or too many are waiting
     */
    public ImportId begin(String name, InputStream document) {
        String owner = Editors.require();
        jobs.values().stream()
                .filter(job -> job.owner().equals(owner))
                .forEach(job -> job.reading().cancel());
        if (jobs.size() >= MOST_WAITING) {
            throw new DocumentRefused(Reason.FAILED);
        }
        var id = folders.add(owner, name, document, LARGEST);
        jobs.put(id, new Job(owner, new IsolatedReading(folders.work(id), LIMITS), false));
        try {
            readers.execute(() -> read(id));
        } catch (RejectedExecutionException e) {
            jobs.remove(id);
            folders.remove(id);
            throw new DocumentRefused(Reason.FAILED, e);
        }
        return id;
    }

    private void read(ImportId id) {
        var job = jobs.computeIfPresent(id, (key, waiting) -> new Job(waiting.owner(), waiting.reading(), true));
        if (job == null) {
            return;
        }
        try {
            finish(id, job.reading());
        } catch (DocumentRefused refused) {
            if (refused.reason() == Reason.FAILED) {
                LOG.error("document {} could not be read", id, refused);
            }
            folders.refuse(id, refused.reason());
        } catch (RuntimeException e) {
            LOG.error("what was made of document {} could not be kept", id, e);
            folders.refuse(id, Reason.FAILED);
        } finally {
            jobs.remove(id);
        }
    }

    private void finish(ImportId id, IsolatedReading isolated) {
        var read = isolated.read(folders.document(id));
        var toDraw = ImportedPictures.toDraw(read);
        if (!toDraw.isEmpty()) {
            isolated.draw(folders.document(id), toDraw);
        }
        var pictures =
                ImportedPictures.of(read, isolated.pictures(), Optional.ofNullable(attachments.getIfAvailable()));
        folders.keep(id, isolated.pictures(), pictures.names());
        var reading = pictures.reading();
        var address = ImportPictureEndpoint.address(id);
        folders.finish(
                id,
                reading,
                PlainHtml.of(reading.sourceHtml(), address, pictures.names()),
                PlainHtml.of(reading.previewHtml(), address, pictures.names()));
    }

    /** @throws ImportNotFound */
    public ImportState state(ImportId id) {
        requireMine(id);
        var job = jobs.get(id);
        if (job != null) {
            return job.begun()
                    ? new ImportState.Working(
                            job.reading().done(), job.reading().of())
                    : new ImportState.Waiting();
        }
        // One that is neither read nor being read was interrupted when the portal ended.
        return folders.reading(id)
                .<ImportState>map(reading -> new ImportState.Ready(folders.name(id), reading))
                .orElseGet(() -> new ImportState.Refused(folders.refused(id).orElse(Reason.FAILED)));
    }

    /** Ends the reading, or does nothing when it is over. @throws ImportNotFound */
    public void cancel(ImportId id) {
        requireMine(id);
        Optional.ofNullable(jobs.get(id)).ifPresent(job -> job.reading().cancel());
    }

    /** The document as plain, clean HTML, where block n has the id {@code s<n>}. @throws ImportNotFound */
    public String sourceHtml(ImportId id) {
        requireMine(id);
        return folders.html(id, Side.SOURCE).orElseThrow(() -> new ImportNotFound(id));
    }

    /** What was made of it, in the same way, with ids {@code r<n>}. @throws ImportNotFound */
    public String resultHtml(ImportId id) {
        requireMine(id);
        return folders.html(id, Side.RESULT).orElseThrow(() -> new ImportNotFound(id));
    }

    /** A picture that was taken out of it or made of it. @throws ImportNotFound */
    public Optional<Content> picture(ImportId id, String name) {
        requireMine(id);
        return folders.file(id, name)
                .flatMap(bytes -> Attachment.Type.of(name)
                        .map(type -> new Content(coming(NO_TEXT, name, type, bytes.length), bytes)));
    }

    /** The Markdown of a text with this front matter. @throws ImportNotFound */
    public String markdown(ImportId id, TextHead head) {
        return head.frontMatter() + body(id, false);
    }

    /**
     * The Markdown of a deck with this front matter.
     *
     * @param everyPage whether it shows a picture of every page, or only of those whose words do not say all
     * @throws ImportNotFound
     */
    public String markdown(ImportId id, DeckHead head, boolean everyPage) {
        return head.frontMatter() + body(id, everyPage);
    }

    private String body(ImportId id, boolean everyPage) {
        requireMine(id);
        return folders.reading(id).orElseThrow(() -> new ImportNotFound(id)).body(folders.files(id), everyPage);
    }

    /** What the library would say of the text. Nothing when it has no way to ask. @throws ImportNotFound */
    public List<Problem> check(ImportId id, ResolutionId text, TextHead head) {
        var files = Map.of(Manuscript.TEXT, markdown(id, head));
        return Optional.ofNullable(texts.getIfAvailable())
                .map(publishing ->
                        publishing.check(text, files, coming(id, text, files)).problems())
                .orElse(List.of());
    }

    /** What the library would say of the deck beside the other files of its text. @throws ImportNotFound */
    public List<Problem> check(ImportId id, DeckId deck, DeckHead head, boolean everyPage) {
        var path = deckPath(deck);
        var markdown = markdown(id, head, everyPage);
        var text = deck.resolution();
        return Optional.ofNullable(texts.getIfAvailable())
                .map(publishing -> {
                    var files = files(publishing, text);
                    files.put(path, markdown);
                    return publishing.check(text, files, coming(id, text, Map.of(path, markdown))).problems().stream()
                            .filter(problem -> problem.file().equals(text + "/" + path)
                                    || problem.file().startsWith(text + "/files"))
                            .toList();
                })
                .orElse(List.of());
    }

    private static String deckPath(DeckId deck) {
        return Manuscript.deck(deck.name());
    }

    private static Map<String, String> files(TextPublishing publishing, ResolutionId text) {
        return new LinkedHashMap<>(
                publishing.edition(text).map(TextPublishing.Edition::files).orElse(Map.of()));
    }

    /** Those that would come with the files, but for names that are taken: they are given others when they do. */
    private List<Attachment> coming(ImportId id, ResolutionId text, Map<String, String> files) {
        var taken = Optional.ofNullable(attachments.getIfAvailable())
                .map(all -> all.of(text).stream().map(Attachment::name).toList())
                .orElse(List.of());
        return folders.files(id).stream()
                .filter(name -> !taken.contains(name) && isShown(name, files))
                .flatMap(name -> Attachment.Type.of(name).map(type -> coming(text, name, type, 0)).stream())
                .toList();
    }

    private static boolean isShown(String name, Map<String, String> files) {
        return files.values().stream().anyMatch(markdown -> markdown.contains("](files/" + name + ")"));
    }

    /** Its hash is not known before it is one. */
    private static Attachment coming(ResolutionId text, String name, Attachment.Type type, int size) {
        return new Attachment(text, name, type, size, "0", Optional.empty());
    }

    /** What the library would say of a text with the files of a copy in place of its own. @throws ImportNotFound */
    public List<Problem> check(ImportId id, ResolutionId text) {
        var copy = copy(id).files();
        return Optional.ofNullable(texts.getIfAvailable())
                .map(publishing -> {
                    var files = files(publishing, text);
                    files.putAll(copy);
                    return publishing.check(text, files).problems();
                })
                .orElse(List.of());
    }

    /**
     * Likewise the files of a copy.
     *
     * @throws ImportNotFound
     * @throws DraftInbox.NotTaken
     */
    public String draft(ImportId id, ResolutionId text) {
        var copy = copy(id);
        return drafts.getObject().takeBack(text, copy.files(), copy.madeOf());
    }

    private Reading copy(ImportId id) {
        requireMine(id);
        return folders.reading(id).orElseThrow(() -> new ImportNotFound(id));
    }

    /** Whether there is somebody who keeps drafts. */
    public boolean canDraft() {
        return drafts.getIfAvailable() != null;
    }

    /**
     * Hands a text over as a draft.
     *
     * @return address to go on at
     * @throws ImportNotFound
     */
    public String draft(ImportId id, ResolutionId text, TextHead head) {
        var markdown = markdown(id, head);
        return drafts.getObject().take(text, Map.of(Manuscript.TEXT, markdown), pictures(id, markdown));
    }

    /** Likewise a deck of a text. @throws ImportNotFound */
    public String draft(ImportId id, DeckId deck, DeckHead head, boolean everyPage) {
        var markdown = markdown(id, head, everyPage);
        return drafts.getObject().take(deck.resolution(), Map.of(deckPath(deck), markdown), pictures(id, markdown));
    }

    /** Bytes of those that are shown. */
    private Map<String, byte[]> pictures(ImportId id, String markdown) {
        Map<String, byte[]> pictures = new TreeMap<>();
        for (var name : folders.files(id)) {
            if (isShown(name, Map.of(Manuscript.TEXT, markdown))) {
                folders.file(id, name).ifPresent(bytes -> pictures.put(name, bytes));
            }
        }
        return pictures;
    }

    private void requireMine(ImportId id) {
        String member = Editors.require();
        if (!folders.owner(id).filter(member::equals).isPresent()) {
            throw new ImportNotFound(id);
        }
    }

    /** Clears away what nobody has come back to. */
    @Scheduled(fixedDelayString = "PT1H")
    void clear() {
        folders.before(clock.instant().minus(KEPT)).stream()
                .filter(id -> !jobs.containsKey(id))
                .forEach(folders::remove);
    }

    /** Waits for what is cancelled, so that it does not write when everything is gone. */
    @PreDestroy
    void end() {
        jobs.values().forEach(job -> job.reading().cancel());
        readers.shutdown();
        try {
            if (!readers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a reading did not end in {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
