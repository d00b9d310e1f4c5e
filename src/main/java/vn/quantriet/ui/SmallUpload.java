package vn.quantriet.ui;

import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;

/**
 * Takes a file that is small enough to be held in memory. Reads one byte more than allowed and no further, whatever the browser
 * announced, so that whoever gets the bytes sees that there are too many.
 */
public final class SmallUpload implements UploadHandler {
    private final int largest;
    private final SerializableBiConsumer<String, byte[]> onFile;

    /**
     * @param largest bytes that are allowed
     * @param onFile gets name and bytes, under the session's lock
     */
    public SmallUpload(int largest, SerializableBiConsumer<String, byte[]> onFile) {
        this.largest = largest;
        this.onFile = onFile;
    }

    /** Runs outside the session's lock. */
    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] bytes;
        try (var in = event.getInputStream()) {
            bytes = in.readNBytes(largest + 1);
        }
        String name = event.getFileName();
        event.getUI().access(() -> onFile.accept(name, bytes));
    }
}
