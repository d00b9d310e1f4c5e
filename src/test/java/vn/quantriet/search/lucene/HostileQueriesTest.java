package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.search.Search.Query;

/** Whatever is typed gets an answer. The times are printed, not asserted: {@code bin/bench search} judges them. */
public class HostileQueriesTest {
    private static final int QUERIES = 10_000;

    private static final List<String> PIECES = List.of(
            "nghị quyết",
            "nghi quyet",
            "18-NQ/TW",
            "chuyeern ddooir soos",
            "tinh gọn bộ máy",
            "\"",
            "“",
            "”",
            "-",
            " -",
            "+",
            "&&",
            "||",
            "!",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "^2",
            "~",
            "*",
            "?",
            ":",
            "\\",
            "/",
            "AND",
            "OR",
            "NOT",
            "TO",
            "*:*",
            "text:x",
            "[a TO b]",
            "</mark><script>alert(1)</script>",
            "' OR 1=1 --",
            "${jndi:ldap://x}",
            "\u0000",
            "\u0301",
            "\u200B",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "😀",
            "Đ",
            "Ð",
            "ư\u0323",
            "1",
            "2025-2030",
            "22/12/2024",
            "999999999999-NQ/TW",
            "w",
            "fsrxj",
            "66779",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "\n",
            "\t",
            "\u2028",
            "…",
            "Céng hßa X· héi");

    /** The index that is asked. */
    protected SearchFixture started(Path folder) throws IOException {
        return SearchFixture.started(folder);
    }

    protected int queries() {
        return QUERIES;
    }

    @Test
    void randomAndHostileQueriesAreAnswered(@TempDir Path data) throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        long slowest = 0;
        String slowestQuery = "";
        try (var portal = started(data)) {
            for (int i = 0; i < queries(); i++) {
                String typed = query(random);
                long start = System.nanoTime();
                var found = portal.search.find(Query.of(typed));
                long took = System.nanoTime() - start;
                assertThat(found.hits().size())
                        .as("hits for query %d of seed %d: %s", i, seed, typed)
                        .isLessThanOrEqualTo((int) Math.min(Integer.MAX_VALUE, found.total()));
                assertThat(portal.search.suggest(typed, 8)).hasSizeLessThanOrEqualTo(8);
                if (took > slowest) {
                    slowest = took;
                    slowestQuery = typed;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "hostile queries=%d seed=%d slowest_ms=%.1f slowest_length=%d%n",
                queries(),
                seed,
                slowest / 1e6,
                slowestQuery.length());
    }

    private static String query(Random random) {
        var typed = new StringBuilder();
        int pieces = random.nextInt(100) == 0 ? 2000 : 1 + random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(3) > 0) {
                typed.append(PIECES.get(random.nextInt(PIECES.size())));
            } else {
                typed.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x10FFFF) : 32 + random.nextInt(0x2000));
            }
            if (random.nextBoolean()) {
                typed.append(' ');
            }
        }
        return typed.toString();
    }
}
