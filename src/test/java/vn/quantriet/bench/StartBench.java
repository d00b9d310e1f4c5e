package vn.quantriet.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * {@code bin/bench start [runs]}: from the command {@code bin/run}, with nothing to build, to the answered sign-in page; with an
 * empty data folder, and with the same folder again.
 */
final class StartBench {
    private StartBench() {}

    public static void main(String[] args) throws Exception {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        Path data = Portal.freshData();
        double first = millis(data);
        var second = new Figures();
        for (int run = 0; run < runs; run++) {
            second.add(millis(data));
        }
        System.out.println(second.row("started again", "ms"));
        System.out.printf(Locale.ROOT, "start first_ms=%.0f second_ms=%.0f%n", first, second.median());
    }

    private static double millis(Path data) throws IOException, InterruptedException, Portal.DidNotStart {
        try (var portal = Portal.start(Portal.RUN, data)) {
            return portal.started().toMillis();
        }
    }
}
