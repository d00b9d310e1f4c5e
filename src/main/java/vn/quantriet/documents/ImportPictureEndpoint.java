package vn.quantriet.documents;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.Attachments.Content;
import vn.quantriet.content.ServedAttachment;

/** Serves pictures of a document that was brought, to whoever brought it. */
@RestController
class ImportPictureEndpoint {
    private static final Duration KEPT = Duration.ofHours(1);

    private final DocumentImports imports;

    ImportPictureEndpoint(DocumentImports imports) {
        this.imports = imports;
    }

    /** The beginning of the addresses of an import's pictures. */
    static String address(ImportId id) {
        return "/api/imports/" + id + "/files/";
    }

    @GetMapping("/api/imports/{id:[0-9a-f-]+}/files/{name:[a-z0-9.-]+}")
    void picture(@PathVariable("id") String id, @PathVariable("name") String name, HttpServletResponse response)
            throws IOException {
        var found = find(id, name);
        if (found.isPresent()) {
            ServedAttachment.send(found.get(), CacheControl.maxAge(KEPT).cachePrivate(), response);
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }

    private Optional<Content> find(String id, String name) {
        try {
            return ImportId.isValid(id) ? imports.picture(new ImportId(id), name) : Optional.empty();
        } catch (ImportNotFound e) {
            return Optional.empty();
        }
    }
}
