package vn.quantriet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * {@code bin/bench kill [rounds] [seed]}: kills the portal again and again while members read, write notes and answer questions,
 * and looks whether anything it had acknowledged is gone. Ends with 1 when something is, or when it once did not start.
 */
final class KillBench {
    private static final String TEXT = "57-nq-tw";
    private static final List<String> STUDYING = List.of("ha", "minh", "khang", "binh");
    private static final String ANSWERING = "lan";
    private static final int SOONEST_MILLIS = 300;
    private static final int LATEST_MILLIS = 2_000;

    private final Path data;
    private final Random random;
    private final List<StudyingMember> studying;
    private final AnsweringMember answering;
    private final Figures starts = new Figures();
    private int lost;
    private int failedStarts;

    private KillBench(Path data, long seed) {
        this.data = data;
        random = new Random(seed);
        studying = STUDYING.stream()
                .map(name -> new StudyingMember(name, TEXT, random.nextLong()))
                .toList();
        answering = new AnsweringMember(ANSWERING, TEXT, random.nextLong());
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : new Random().nextLong();
        System.out.println("seed " + seed);
        var bench = new KillBench(Portal.freshData(), seed);
        try (var browsers = new Browsers();
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            for (int round = 1; round <= rounds; round++) {
                bench.round(round, browsers, timer);
            }
            bench.lookOnceMore();
        }
        System.exit(bench.report(rounds) ? 0 : 1);
    }

    private void round(int round, Browsers browsers, ScheduledExecutorService timer)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Portal portal;
        try {
            portal = Portal.start(Portal.RUN, data);
        } catch (Portal.DidNotStart e) {
            failedStarts++;
            System.out.println("round " + round + ": " + e.getMessage());
            return;
        }
        starts.add(portal.started().toMillis());
        int before = acknowledged();
        int millis = random.nextInt(SOONEST_MILLIS, LATEST_MILLIS);
        try {
            load(portal, browsers, timer, millis);
        } finally {
            portal.kill();
        }
        compareRows();
        System.out.printf(
                Locale.ROOT,
                "round %d: started in %d ms, killed after %d ms, %d acknowledged, %d lost so far%n",
                round,
                portal.started().toMillis(),
                millis,
                acknowledged() - before,
                lost);
    }

    private void load(Portal portal, Browsers browsers, ScheduledExecutorService timer, int millis)
            throws IOException, InterruptedException, ExecutionException {
        List<Visitor> visitors = new ArrayList<>();
        for (StudyingMember member : studying) {
            var visitor = member.signIn(portal);
            visitors.add(visitor);
            count(member.findLost(visitor));
        }
        try (var answerer = Visitor.signIn(portal.address(), answering.username());
                var context = browsers.signedIn(portal.address(), answerer.session());
                var threads = Executors.newFixedThreadPool(studying.size())) {
            var page = answering.open(portal, context);
            var killed = timer.schedule(portal::kill, millis, TimeUnit.MILLISECONDS);
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < visitors.size(); i++) {
                var member = studying.get(i);
                var visitor = visitors.get(i);
                ends.add(threads.submit(() -> {
                    member.study(visitor);
                    return null;
                }));
            }
            answering.answer(page);
            killed.get();
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            visitors.forEach(Visitor::close);
        }
    }

    private void compareRows() throws IOException, SQLException {
        try (var rows = new KeptRows(data)) {
            count(rows.brokenChains());
            count(answering.findLost(rows));
        }
    }

    private void lookOnceMore() throws IOException, InterruptedException {
        try (var portal = Portal.start(Portal.RUN, data)) {
            for (StudyingMember member : studying) {
                try (var visitor = member.signIn(portal)) {
                    count(member.findLost(visitor));
                }
            }
        } catch (Portal.DidNotStart e) {
            failedStarts++;
            System.out.println(e.getMessage());
        }
    }

    private void count(List<String> found) {
        lost += found.size();
        found.forEach(line -> System.out.println("LOST " + line));
    }

    private int acknowledged() {
        return studying.stream().mapToInt(StudyingMember::acknowledged).sum() + answering.acknowledged();
    }

    private boolean report(int rounds) {
        System.out.printf(
                Locale.ROOT,
                "kill rounds=%d acknowledged=%d answers=%d lost=%d failed_starts=%d start_ms_median=%.0f%n",
                rounds,
                acknowledged(),
                answering.acknowledged(),
                lost,
                failedStarts,
                starts.median());
        return lost == 0 && failedStarts == 0;
    }
}
