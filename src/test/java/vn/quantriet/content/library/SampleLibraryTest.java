package vn.quantriet.content.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Quiz;
import vn.quantriet.ui.Translations;

/** The library that the repository brings along. */
class SampleLibraryTest {

    @Test
    void everyTextIsRightAndComplete(@TempDir Path data) {
        var seed = Path.of(System.getProperty("quantriet.content-seed", "content"));
        var library = new LiveLibrary(
                new LibraryPlace(data, seed),
                Clock.systemUTC(),
                event -> {},
                TransactionOperations.withoutTransaction());

        assertThat(library.problems()).map(SampleLibraryTest::said).isEmpty();
        assertThat(library.resolutions()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(library.resolutions()).allSatisfy(text -> {
            var holding = library.get(text.id());
            assertThat(text.clauses()).as("clauses of " + text.id()).hasSizeBetween(10, 60);
            assertThat(holding.keyPoints()).as("key points of " + text.id()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(holding.decks().getFirst().slides())
                    .as("slides of " + text.id())
                    .hasSizeGreaterThanOrEqualTo(10);
            assertThat(holding.quiz().map(Quiz::questions).orElseThrow())
                    .as("questions of " + text.id())
                    .hasSizeGreaterThanOrEqualTo(12);
        });
    }

    private static String said(Problem problem) {
        return problem.place() + ": "
                + new Translations()
                        .getTranslation(
                                "content.problem." + problem.code(),
                                Translations.VIETNAMESE,
                                problem.arguments().toArray());
    }
}
