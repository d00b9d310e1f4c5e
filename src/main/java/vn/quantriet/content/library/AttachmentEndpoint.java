package vn.quantriet.content.library;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ServedAttachment;

/** Serves attachments under addresses that hold their hash, so that a browser asks for each version once. */
@RestController
class AttachmentEndpoint {
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Attachments attachments;

    AttachmentEndpoint(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/van-ban/{id:[a-z0-9-]+}/tep/{hash:[0-9a-f]+}/{name:[a-z0-9.-]+}")
    void file(
            @PathVariable("id") String id,
            @PathVariable("hash") String hash,
            @PathVariable("name") String name,
            HttpServletResponse response)
            throws IOException {
        var found = find(id, name);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else if (found.get().attachment().hash().equals(hash)) {
            ServedAttachment.send(
                    found.get(), CacheControl.maxAge(FOREVER).cachePrivate().immutable(), response);
        } else {
            lead(found.get().attachment(), response);
        }
    }

    /** For those who know no hash. */
    @GetMapping("/van-ban/{id:[a-z0-9-]+}/tep/{name:[a-z0-9-]+[.][a-z]+}")
    void newest(@PathVariable("id") String id, @PathVariable("name") String name, HttpServletResponse response) {
        find(id, name)
                .ifPresentOrElse(
                        content -> lead(content.attachment(), response),
                        () -> response.setStatus(HttpStatus.NOT_FOUND.value()));
    }

    private Optional<Attachments.Content> find(String id, String name) {
        return ResolutionId.isValid(id) ? attachments.content(new ResolutionId(id), name) : Optional.empty();
    }

    private static void lead(Attachment attachment, HttpServletResponse response) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, attachment.href());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
