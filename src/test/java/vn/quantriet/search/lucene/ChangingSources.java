package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.quantriet.content.ContentChanged;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;

/**
 * A generated library and notes that change and survive a kill: of each text and note a file holds the number from which its words are
 * made, and a change is in its file before the index is told, as a commit is.
 */
final class ChangingSources implements Library {
    static final List<String> QUERIES = List.of(
            "tổ chức bộ máy",
            "đảng viên",
            "chuyển đổi số",
            "kỷ luật kỷ cương",
            "nghĩa vụ quân sự",
            "doanh nghiệp",
            "dữ liệu",
            "người dân là trung tâm",
            "hạ tầng",
            "cấp ủy chi bộ",
            "3-NQ/TW",
            "nghị quyết 7",
            "17-NQ/TW dữ liệu",
            "biên chế",
            "thể chế",
            "đất đai",
            "môi trường rừng",
            "cán bộ",
            "ghi chú đất đai",
            "không có từ nào");

    private static final int TEXTS = 40;
    private static final int NOTES = 80;
    private static final List<String> PHRASES = List.of(
            "tổ chức bộ máy",
            "đảng viên",
            "chuyển đổi số",
            "kỷ luật",
            "kỷ cương",
            "nghĩa vụ quân sự",
            "doanh nghiệp",
            "dữ liệu",
            "người dân",
            "trung tâm",
            "hạ tầng",
            "cấp ủy",
            "chi bộ",
            "biên chế",
            "thể chế",
            "đất đai",
            "môi trường",
            "rừng",
            "cán bộ",
            "Nghị quyết 7-NQ/TW");

    private final Path texts;
    private final Path notes;
    private final Path learnt;
    private final Map<String, Integer> textNumbers = new ConcurrentHashMap<>();
    private final Map<String, Integer> noteNumbers = new ConcurrentHashMap<>();

    ChangingSources(Path folder) throws IOException {
        texts = Files.createDirectories(folder.resolve("texts"));
        notes = Files.createDirectories(folder.resolve("notes"));
        learnt = folder.resolve("data/index.words");
        read(texts, textNumbers);
        read(notes, noteNumbers);
    }

    private static void read(Path folder, Map<String, Integer> numbers) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".new")).toList()) {
                numbers.put(file.getFileName().toString(), Integer.valueOf(Files.readString(file)));
            }
        }
    }

    void create(Random random) {
        IntStream.range(0, TEXTS).forEach(i -> put(texts, textNumbers, i + "-nq-tw", random.nextInt(10_000)));
        IntStream.range(0, NOTES).forEach(i -> put(notes, noteNumbers, String.valueOf(i), random.nextInt(10_000)));
    }

    /** A search over these sources. */
    SearchFixture open(Path data) throws IOException {
        Files.createDirectories(data.resolve("library"));
        return SearchFixture.over(data, this, this::notes);
    }

    Path words() {
        return learnt;
    }

    /** Changes, adds or takes away a text or a note, and tells the index. */
    void change(Random random, SearchFixture portal) {
        boolean away = random.nextInt(6) == 0;
        if (random.nextBoolean()) {
            var id = random.nextInt(TEXTS) + "-nq-tw";
            if (away) {
                remove(texts, textNumbers, id);
            } else {
                put(texts, textNumbers, id, random.nextInt(10_000));
            }
            portal.care.contentChanged(new ContentChanged(new ResolutionId(id)));
        } else {
            var id = String.valueOf(random.nextInt(NOTES));
            if (away) {
                remove(notes, noteNumbers, id);
                portal.index.remove("local-note/" + id);
            } else {
                int number = random.nextInt(10_000);
                put(notes, noteNumbers, id, number);
                portal.index.put(note(id, number));
            }
        }
    }

    private static void put(Path folder, Map<String, Integer> numbers, String id, int number) {
        try {
            var unfinished = folder.resolve(id + ".new");
            Files.writeString(unfinished, String.valueOf(number));
            Files.move(unfinished, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        numbers.put(id, number);
    }

    private static void remove(Path folder, Map<String, Integer> numbers, String id) {
        try {
            Files.deleteIfExists(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        numbers.remove(id);
    }

    Stream<Passage> notes() {
        return noteNumbers.entrySet().stream().map(note -> note(note.getKey(), note.getValue()));
    }

    private static Passage note(String id, int number) {
        var audience = number % 3 == 0
                ? new Passage.Audience.OnlyMember(1 + number % 2)
                : new Passage.Audience.UnitAndBelow(4 + number % 2);
        return SearchFixture.note("local-note/" + id, "Ghi chú " + number + " về " + words(number, 12), audience);
    }

    private static String words(long seed, int phrases) {
        var random = new Random(seed);
        return IntStream.range(0, phrases)
                .mapToObj(i -> PHRASES.get(random.nextInt(PHRASES.size())))
                .collect(Collectors.joining(" "));
    }

    private static Holding text(String id, int number) {
        var text = SampleLibrary.text(
                id, id.substring(0, id.indexOf('-')) + "-NQ/TW", "Nghị quyết về " + words(number, 2));
        for (int i = 1; i <= 2 + number % 4; i++) {
            text.clause("i".repeat(i), "Mục " + words(number + i, 1), words(number * 7L + i, 25));
        }
        return text.build();
    }

    @Override
    public List<Resolution> resolutions() {
        return textNumbers.entrySet().stream()
                .map(text -> text(text.getKey(), text.getValue()).resolution())
                .toList();
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        return Optional.ofNullable(textNumbers.get(id.value())).map(number -> text(id.value(), number));
    }

    @Override
    public Optional<Listing> listing(ResolutionId id) {
        return Optional.ofNullable(textNumbers.get(id.value()))
                .map(number ->
                        new Listing(text(id.value(), number).resolution(), List.of(), false, String.valueOf(number)));
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }
}
