package vn.quantriet.content.library;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckListing;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;
import vn.quantriet.content.format.Citation;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/**
 * One record of the {@link Catalogue}: a text's name and, unless its folder is gone, all of {@link Shelved}. Numbers are written seven
 * bits to a byte, words as their length in UTF-8 and then the bytes.
 */
final class CatalogueEntry {
    /** Raise it when records are written in another way. */
    private static final String SCHEMA = "quan-triet catalogue 2 ";

    /** Makes the days since year 0, which no text is older than, of those since 1970. */
    private static final long EPOCH = -LocalDate.of(0, 1, 1).toEpochDay();

    private static final int HERE = 1;
    private static final int GONE = 0;

    private final byte[] bytes;
    private final int end;
    private int at;
    private final String name;
    private final boolean gone;

    /** @throws Damaged when nothing can be made of it */
    CatalogueEntry(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.at = start;
        this.end = start + length;
        this.name = text();
        this.gone = number() == GONE;
    }

    /** A record, though whole, says what no record can say. */
    static final class Damaged extends RuntimeException {
        Damaged(String what) {
            super(what);
        }
    }

    /** Words that many texts share, so that they are in memory once. Safe for use by many threads. */
    static final class Words {
        private final Map<String, String> words = new ConcurrentHashMap<>();
        private final Map<String, ClauseId> clauses = new ConcurrentHashMap<>();

        String shared(String word) {
            var known = words.putIfAbsent(word, word);
            return known == null ? word : known;
        }

        ClauseId clause(String id) {
            return clauses.computeIfAbsent(shared(id), ClauseId::new);
        }
    }

    static byte[] heading(String rules) {
        return (SCHEMA + rules + "\n").getBytes(StandardCharsets.UTF_8);
    }

    String name() {
        return name;
    }

    boolean isGone() {
        return gone;
    }

    static byte[] gone(String name) {
        var out = new Out();
        out.text(name);
        out.number(GONE);
        return out.bytes();
    }

    static byte[] of(Shelved text) {
        var out = new Out();
        out.text(text.id().value());
        out.number(HERE);
        out.optional(text.listing(), CatalogueEntry::listing);
        out.list(text.served().entrySet(), (o, file) -> {
            o.text(file.getKey());
            o.blob(file.getValue());
        });
        out.list(text.problems(), CatalogueEntry::problem);
        out.list(text.elsewhere(), (o, citation) -> {
            o.text(citation.ref().resolution().value());
            o.text(citation.ref().clause().value());
            problem(o, citation.ifMissing());
        });
        out.list(text.good(), Out::text);
        out.list(text.state().files(), (o, file) -> {
            o.text(file.path());
            o.number(file.size());
            o.number(file.modified());
        });
        out.flag(text.state().settled());
        out.text(text.register().isNeeded() ? text.register().yaml() : "");
        return out.bytes();
    }

    /**
     * To be asked once.
     *
     * @throws Damaged when nothing can be made of it
     */
    Shelved text(Words words) {
        try {
            var id = new ResolutionId(name);
            var listing = optional(() -> listing(id, words));
            var served = list(() -> Map.entry(words.shared(text()), blob()));
            var problems = list(() -> problem(words));
            var elsewhere = list(
                    () -> new Citation(new ClauseRef(new ResolutionId(text()), words.clause(text())), problem(words)));
            var good = Set.copyOf(list(() -> words.shared(text())));
            var files = list(() -> new FolderState.File(words.shared(text()), number(), number()));
            var names = served.stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
            var state = new FolderState(files, flag());
            return new Shelved(
                    id,
                    listing,
                    names,
                    problems,
                    elsewhere,
                    good.equals(names.keySet()) ? names.keySet() : good,
                    state,
                    register(id),
                    Set.of());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Damaged("record of " + name + " ends at " + at + " of " + end + ": " + e);
        }
    }

    private ClauseRegister register(ResolutionId id) {
        var yaml = text();
        return yaml.isEmpty()
                ? ClauseRegister.NONE
                : LibraryFormat.register(id, SourceFile.of(ClauseRegister.FILE, yaml), List.of())
                        .value()
                        .orElseThrow(() -> new Damaged("register of " + id));
    }

    private static void listing(Out out, Listing listing) {
        var text = listing.resolution();
        out.text(text.number());
        out.number(text.kind().ordinal());
        out.text(text.issuer());
        out.number(text.issued().toEpochDay() + EPOCH);
        out.text(text.title());
        out.text(text.shortTitle());
        out.list(text.topics(), Out::text);
        out.number(text.status().ordinal());
        out.text(text.source());
        out.list(text.relations(), (o, relation) -> {
            o.number(relation.type().ordinal());
            o.text(relation.to().value());
        });
        out.list(text.clauses(), (o, clause) -> {
            o.text(clause.id().value());
            o.text(clause.number());
            o.text(clause.label());
            o.text(clause.title());
            o.number(clause.depth());
            o.number(clause.syllables());
            o.text(clause.hash());
            boolean edited = !clause.substance().equals(clause.hash());
            o.flag(edited);
            if (edited) {
                o.text(clause.substance());
            }
        });
        out.text(text.hash());
        out.list(text.retired(), (o, clause) -> o.text(clause.value()));
        out.list(listing.decks(), (o, deck) -> {
            o.text(deck.id().name());
            o.text(deck.title());
            o.text(deck.reporter());
            o.text(deck.audience());
            o.number(deck.minutes().orElse(-1) + 1);
            o.number(deck.slides());
        });
        out.flag(listing.hasQuiz());
        out.text(listing.version());
    }

    private Listing listing(ResolutionId id, Words words) {
        var number = text();
        var kind = Resolution.Kind.values()[(int) number()];
        var issuer = words.shared(text());
        var issued = LocalDate.ofEpochDay(number() - EPOCH);
        var title = text();
        var shortTitle = text();
        var topics = list(() -> words.shared(text()));
        var status = Verification.values()[(int) number()];
        var source = words.shared(text());
        var relations = list(() ->
                new Resolution.Relation(Resolution.Relation.Type.values()[(int) number()], new ResolutionId(text())));
        var clauses = list(() -> clause(words));
        var text = new Resolution(
                id,
                number,
                kind,
                issuer,
                issued,
                title,
                shortTitle,
                topics,
                status,
                source,
                relations,
                clauses,
                text(),
                Set.copyOf(list(() -> words.clause(text()))));
        var decks = list(() -> new DeckListing(
                new DeckId(id, words.shared(text())),
                text(),
                words.shared(text()),
                words.shared(text()),
                minutes((int) number()),
                (int) number()));
        return new Listing(text, decks, flag(), text());
    }

    private Clause clause(Words words) {
        var id = words.clause(text());
        var number = words.shared(text());
        var label = words.shared(text());
        var title = text();
        int depth = (int) number();
        int syllables = (int) number();
        var hash = text();
        return new Clause(id, number, label, title, depth, syllables, hash, flag() ? text() : hash);
    }

    private static OptionalInt minutes(int written) {
        return written == 0 ? OptionalInt.empty() : OptionalInt.of(written - 1);
    }

    private static void problem(Out out, Problem problem) {
        out.text(problem.file());
        out.number(problem.line());
        out.number(problem.column());
        out.text(problem.code());
        out.list(problem.arguments(), Out::text);
    }

    private Problem problem(Words words) {
        return new Problem(text(), (int) number(), (int) number(), words.shared(text()), list(this::text));
    }

    private long number() {
        long number = 0;
        int shift = 0;
        byte b;
        do {
            b = bytes[at++];
            number |= (long) (b & 0x7F) << shift;
            shift += 7;
        } while (b < 0);
        return number;
    }

    private String text() {
        int length = (int) number();
        if (length < 0 || length > end - at) {
            throw new Damaged("words of " + length + " bytes at " + at + " of " + end);
        }
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private ObjectId blob() {
        var blob = ObjectId.fromRaw(bytes, at);
        at += 20;
        return blob;
    }

    private boolean flag() {
        return number() != 0;
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(Supplier<T> item) {
        int size = (int) number();
        List<T> items = new ArrayList<>(Math.clamp(size, 0, end - at));
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }

    /** A record being written. */
    private static final class Out {
        private ByteBuffer buffer = ByteBuffer.allocate(1 << 12);

        interface Item<T> {
            void write(Out out, T item);
        }

        void number(long number) {
            room(10);
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                buffer.put((byte) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            buffer.put((byte) rest);
        }

        void text(String text) {
            var encoded = text.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            room(encoded.length);
            buffer.put(encoded);
        }

        void blob(ObjectId blob) {
            var raw = new byte[20];
            blob.copyRawTo(raw, 0);
            room(raw.length);
            buffer.put(raw);
        }

        void flag(boolean flag) {
            number(flag ? 1 : 0);
        }

        <T> void optional(Optional<T> value, Item<T> item) {
            flag(value.isPresent());
            value.ifPresent(v -> item.write(this, v));
        }

        <T> void list(Collection<T> items, Item<T> item) {
            number(items.size());
            items.forEach(i -> item.write(this, i));
        }

        private void room(int more) {
            if (buffer.remaining() < more) {
                buffer = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + more))
                        .put(buffer.flip());
            }
        }

        byte[] bytes() {
            var bytes = new byte[buffer.position()];
            buffer.flip().get(bytes);
            return bytes;
        }
    }
}
