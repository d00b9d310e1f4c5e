package vn.quantriet.documents.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Manuscripts;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.ui.Translations;

/**
 * Makes documents of texts and decks when they are asked for, a few at once, and keeps those made last. Safe for use by many
 * threads.
 */
@Service
class Downloads {
    private static final int MOST_AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final int MOST_KEPT_BYTES = 24_000_000;

    /** Raised whenever documents of the same words come to look otherwise. */
    private static final String SHAPE = "2";

    private static final Pattern NOT_IN_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Manuscripts manuscripts;
    private final Translations texts;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    Downloads(Manuscripts manuscripts, Translations texts) {
        this.manuscripts = manuscripts;
        this.texts = texts;
    }

    /** What a text can be downloaded as, and for a deck likewise. */
    enum Format {
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        PDF("application/pdf");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        private String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a document is wanted.
     *
     * @param confidential with the answers to the questions, or with the words of the speaker
     * @param portal address of the portal without a slash at its end
     */
    record Order(Format format, boolean confidential, Locale language, String portal) {}

    /**
     * A document that need not have been made yet.
     *
     * @param tag differs when the document does
     */
    record Download(String fileName, String type, String tag, Supplier<byte[]> content) {}

    /** As many documents are being made as may be. */
    static class Busy extends RuntimeException {
        Busy() {
            super("no place to make a document within " + PATIENCE_SECONDS + " s");
        }
    }

    /** Absent when there is no such text. */
    Optional<Download> text(ResolutionId id, Order order) {
        return manuscripts
                .find(id)
                .map(manuscript ->
                        download(manuscript, manuscript.resolution().number(), id.value(), order, (wording, out) -> {
                            var copy = TextCopy.of(manuscript, order.confidential());
                            if (order.format() == Format.DOCX) {
                                WordFile.write(copy, order.portal(), wording, out);
                            } else {
                                PdfFile.write(copy, order.portal(), wording, out);
                            }
                        }));
    }

    /** Absent when there is no such deck. */
    Optional<Download> deck(DeckId id, Order order) {
        return manuscripts
                .find(id.resolution())
                .flatMap(manuscript -> DeckCopy.of(manuscript, id.name(), order.confidential())
                        .map(copy -> download(
                                manuscript,
                                manuscript.resolution().number() + " " + id.name(),
                                id.toString(),
                                order,
                                (wording, out) -> {
                                    if (order.format() == Format.PPTX) {
                                        SlidesFile.write(copy, order.portal(), wording, out);
                                    } else {
                                        PdfFile.write(copy, order.portal(), wording, out);
                                    }
                                })));
    }

    private interface Writing {
        void write(Wording wording, OutputStream out) throws IOException;
    }

    private Download download(Manuscript manuscript, String name, String id, Order order, Writing writing) {
        var language = order.language().getLanguage();
        var version = String.join(
                "-",
                manuscript.version(),
                SHAPE,
                order.format().extension(),
                language,
                String.valueOf(order.confidential()),
                Integer.toHexString(order.portal().hashCode()));
        var fileName =
                NOT_IN_NAME.matcher(name).replaceAll("-") + "." + order.format().extension();
        var key = id + " " + version + " " + order.portal();
        return new Download(
                fileName,
                order.format().type(),
                "\"" + version + "\"",
                () -> made(key, new Wording(texts, order.language()), writing));
    }

    private byte[] made(String key, Wording wording, Writing writing) {
        synchronized (kept) {
            var before = kept.get(key);
            if (before != null) {
                return before;
            }
        }
        var content = make(wording, writing);
        keep(key, content);
        return content;
    }

    private byte[] make(Wording wording, Writing writing) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            var out = new ByteArrayOutputStream();
            writing.write(wording, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private void keep(String key, byte[] content) {
        synchronized (kept) {
            var before = kept.put(key, content);
            keptBytes += content.length - (before == null ? 0 : before.length);
            var eldest = kept.entrySet().iterator();
            while (keptBytes > MOST_KEPT_BYTES && eldest.hasNext()) {
                keptBytes -= eldest.next().getValue().length;
                eldest.remove();
            }
        }
    }
}
