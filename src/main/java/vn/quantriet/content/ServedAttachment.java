package vn.quantriet.content;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/**
 * Answers with an attachment, wherever it is kept. A drawing or document opened by itself has no rights here, and a document is handed
 * over to be opened by the person's own program: browsers refuse to show one without rights.
 */
public final class ServedAttachment {
    private static final String NO_RIGHTS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private ServedAttachment() {}

    /** Headers are set, not added: those that every answer has are there already. */
    public static void send(Attachments.Content content, CacheControl kept, HttpServletResponse response)
            throws IOException {
        var attachment = content.attachment();
        response.setHeader(HttpHeaders.CACHE_CONTROL, kept.getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NO_RIGHTS);
        response.setContentType(attachment.type().mediaType());
        var disposition = attachment.type() == Attachment.Type.PDF ? "attachment" : "inline";
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename=\"" + attachment.name() + "\"");
        response.setContentLength(content.bytes().length);
        response.getOutputStream().write(content.bytes());
    }
}
