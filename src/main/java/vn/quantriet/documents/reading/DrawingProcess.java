package vn.quantriet.documents.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * What runs in the process that draws slides: {@code DrawingProcess <document> <folder> <seconds> <number>…}. Says on standard output
 * which of the slides it begins, a line {@code <place in the list, from 1> <how many>} each time; ends by itself when one takes too
 * long, when its time is over, or when whoever started it is gone.
 */
public final class DrawingProcess {
    private static final int STUCK = 5;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(200);

    private static volatile long begun = System.nanoTime();

    private DrawingProcess() {}

    public static void main(String[] arguments) throws IOException {
        ReadingProcess.endWithParent();
        ReadingProcess.endAfter(Long.parseLong(arguments[2]));
        endWhenStuck();
        var numbers = Arrays.stream(arguments).skip(3).map(Integer::valueOf).toList();
        SlideDrawing.draw(Path.of(arguments[0]), numbers, Path.of(arguments[1]), (place, of) -> {
            begun = System.nanoTime();
            System.out.println(place + " " + of);
            System.out.flush();
        });
    }

    private static void endWhenStuck() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (System.nanoTime() - begun < LONGEST.toNanos()) {
                    Thread.sleep(LOOK);
                }
                Runtime.getRuntime().halt(STUCK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
