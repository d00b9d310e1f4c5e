package vn.quantriet.documents.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.poi.sl.draw.BitmapImageRenderer;

/** Reads pictures on slides with points left out where they have more than are drawn. One that cannot be read is not drawn. */
final class DrawnPicture extends BitmapImageRenderer {
    private static final int LARGEST = 25 << 20;
    private static final int SIDE = 1600;

    /** Drawings made of lines are left to those who know them. */
    @Override
    public boolean canRender(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        return !type.contains("emf") && !type.contains("wmf");
    }

    @Override
    public void loadImage(InputStream in, String contentType) throws IOException {
        loadImage(in.readNBytes(LARGEST), contentType);
    }

    @Override
    @SuppressWarnings("NullAway") // POI's way to say that there is none.
    public void loadImage(byte[] bytes, String contentType) throws IOException {
        img = null;
        img = FittingPicture.drawable(bytes, SIDE);
    }
}
