package vn.quantriet.editing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.Attachments.Content;
import vn.quantriet.content.ServedAttachment;

/** Serves what comes out with a draft to those who see the draft, as the library serves what is published. */
@RestController
class DraftFileEndpoint {
    /** The preview is made anew every few seconds; a draft is not for longer than that. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final DraftPictures pictures;

    DraftFileEndpoint(DraftPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/api/drafts/{draft}/files/{hash:[0-9a-f]+}/{name:[a-z0-9.-]+}")
    void file(
            @PathVariable("draft") String draft,
            @PathVariable("hash") String hash,
            @PathVariable("name") String name,
            HttpServletResponse response)
            throws IOException {
        try {
            var found = DraftId.parse(draft)
                    .flatMap(id -> pictures.content(id, name))
                    .filter(content -> content.attachment().hash().equals(hash));
            if (found.isPresent()) {
                send(found.get(), response);
                return;
            }
        } catch (DraftNotFound e) {
            // Said like any other that is not there.
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
    }

    private static void send(Content content, HttpServletResponse response) throws IOException {
        ServedAttachment.send(content, CacheControl.maxAge(KEPT).cachePrivate(), response);
    }
}
