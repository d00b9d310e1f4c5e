package vn.quantriet.documents.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.DocumentRefused.Reason;

/**
 * What runs in the process that reads one document: {@code ReadingProcess <document> <answer> <seconds>}. Says on standard output how
 * far it is, a line {@code <blocks> <of>} each time, and leaves the answer as JSON,
 * with pictures of the document in a folder beside it. Ends with 0 whenever there is an answer; ends by
 * itself when its time is over or whoever started it is gone.
 */
public final class ReadingProcess {
    /** The folder beside the answer for pictures of the document. */
    static final String PICTURES = "pictures";

    private static final int ABANDONED = 4;

    private ReadingProcess() {}

    public static void main(String[] arguments) throws IOException {
        endWithParent();
        endAfter(Long.parseLong(arguments[2]));
        answer(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void answer(Path document, Path answer) throws IOException {
        var pictures = Pictures.into(answer.resolveSibling(PICTURES));
        Files.write(answer, JsonMapper.shared().writeValueAsBytes(read(document, pictures)));
    }

    /** Nothing is ever written to standard input: it ends when the other side does. */
    static void endWithParent() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // As good as an end.
            }
            Runtime.getRuntime().halt(ABANDONED);
        });
    }

    static void endAfter(long seconds) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(Duration.ofSeconds(seconds));
                Runtime.getRuntime().halt(ABANDONED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @SuppressWarnings("CatchingUnchecked") // Readers of broken files throw whatever comes first.
    private static ReadingAnswer read(Path document, Pictures pictures) {
        try {
            return ReadingAnswer.of(DocumentFile.read(document, pictures, (blocks, of) -> {
                System.out.println(blocks + " " + of);
                System.out.flush();
            }));
        } catch (DocumentRefused e) {
            return ReadingAnswer.of(e.reason());
        } catch (OutOfMemoryError | StackOverflowError e) {
            return ReadingAnswer.of(Reason.TOO_COMPLEX);
        } catch (RuntimeException e) {
            return ReadingAnswer.of(Reason.DAMAGED);
        }
    }
}
