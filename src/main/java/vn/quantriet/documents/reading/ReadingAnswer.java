package vn.quantriet.documents.reading;

import org.jspecify.annotations.Nullable;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.Reading;

/** What a reading process leaves: exactly one of the two. */
public record ReadingAnswer(@Nullable Reading reading, DocumentRefused.@Nullable Reason refused) {

    static ReadingAnswer of(Reading reading) {
        return new ReadingAnswer(reading, null);
    }

    static ReadingAnswer of(DocumentRefused.Reason refused) {
        return new ReadingAnswer(null, refused);
    }
}
