package vn.quantriet.bench;

import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.format.LibraryFormat;
import vn.quantriet.content.format.SourceFile;

/** How fast files are read as the library reads them at start, beside bare Flexmark on the same files, turn by turn, on one thread. */
final class ParseSpeed {
    private static final int BATCHES = 20;
    private static final int WARM_UPS = 2;
    private static final Parser BARE = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    TablesExtension.create(),
                                    TaskListExtension.create(),
                                    StrikethroughExtension.create())))
            .build();

    private final List<File> files = new ArrayList<>();

    private record File(ResolutionId text, String path, byte[] content) {}

    /** @param texts the folders to read from, all files of each */
    ParseSpeed(Path library, List<String> texts) throws IOException {
        for (var name : texts) {
            try (var found = Files.walk(library.resolve(name))) {
                for (Path file :
                        found.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                    files.add(new File(
                            new ResolutionId(name), library.relativize(file).toString(), Files.readAllBytes(file)));
                }
            }
        }
    }

    /** Prints both and answers ours as a share of the bare one's. */
    double ratio() {
        var ours = new Figures();
        var bare = new Figures();
        var ratios = new Figures();
        for (int batch = -WARM_UPS; batch < BATCHES; batch++) {
            int which = Math.floorMod(batch, BATCHES);
            var some = files.subList(which * files.size() / BATCHES, (which + 1) * files.size() / BATCHES);
            boolean oursFirst = batch % 2 == 0;
            double first =
                    oursFirst ? megabytesPerSecond(some, ParseSpeed::ours) : megabytesPerSecond(some, ParseSpeed::bare);
            double second =
                    oursFirst ? megabytesPerSecond(some, ParseSpeed::bare) : megabytesPerSecond(some, ParseSpeed::ours);
            if (batch >= 0) {
                ours.add(oursFirst ? first : second);
                bare.add(oursFirst ? second : first);
                ratios.add(oursFirst ? first / second : second / first);
            }
        }
        System.out.println(ours.row("files read", "MB/s"));
        System.out.println(bare.row("bare Flexmark", "MB/s"));
        System.out.println(ratios.row("files read, to bare Flexmark", ""));
        return ratios.median();
    }

    private static double megabytesPerSecond(List<File> files, ToIntFunction<File> reading) {
        long bytes = 0;
        long problems = 0;
        long begun = System.nanoTime();
        for (var file : files) {
            problems += reading.applyAsInt(file);
            bytes += file.content().length;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (problems != 0) {
            throw new IllegalStateException(problems + " problems in generated files");
        }
        return bytes / 1e6 / seconds;
    }

    private static int bare(File file) {
        return BARE.parse(new String(file.content(), StandardCharsets.UTF_8)).getFirstChild() == null ? 1 : 0;
    }

    private static int ours(File file) {
        var source = SourceFile.read(file.path(), file.content()).file().orElseThrow();
        var name = file.path().substring(file.path().indexOf('/') + 1);
        return switch (name) {
            case "resolution.md" ->
                LibraryFormat.resolution(file.text(), source).problems().size();
            case "key-points.md" ->
                LibraryFormat.checkKeyPoints(file.text(), source).problems().size();
            case "quiz.md" ->
                LibraryFormat.checkQuiz(file.text(), source).problems().size();
            default ->
                LibraryFormat.checkDeck(new DeckId(file.text(), "co-so"), source)
                        .problems()
                        .size();
        };
    }
}
