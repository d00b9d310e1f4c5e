package vn.quantriet.documents.writing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DownloadAddress;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.documents.writing.Downloads.Download;
import vn.quantriet.documents.writing.Downloads.Format;
import vn.quantriet.documents.writing.Downloads.Order;
import vn.quantriet.ui.Translations;

/**
 * Hands out texts and decks as documents. The speaker's words and the answers to questions go to reporters, editors and administrators only:
 * who asks for them and is none of these is refused, and a PowerPoint file simply has none for others.
 */
@RestController
class DownloadEndpoint {
    private static final Set<String> TRUSTED = Set.of("ROLE_REPORTER", "ROLE_EDITOR", "ROLE_ADMINISTRATOR");
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Downloads downloads;

    DownloadEndpoint(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping(DownloadAddress.TEXT)
    ResponseEntity<byte[]> text(
            @PathVariable("id") String id,
            @PathVariable("format") String format,
            @RequestParam(name = DownloadAddress.QUIZ, defaultValue = "false") boolean quiz,
            @RequestParam(name = DownloadAddress.LANGUAGE, defaultValue = "vi") String language,
            ServletWebRequest request) {
        requireTrustFor(quiz);
        return ResolutionId.isValid(id)
                ? answer(downloads.text(new ResolutionId(id), order(format, quiz, language)), request)
                : missing();
    }

    @GetMapping(DownloadAddress.DECK)
    ResponseEntity<byte[]> deck(
            @PathVariable("id") String id,
            @PathVariable("deck") String deck,
            @PathVariable("format") String format,
            @RequestParam(name = DownloadAddress.NOTES, defaultValue = "false") boolean notes,
            @RequestParam(name = DownloadAddress.LANGUAGE, defaultValue = "vi") String language,
            ServletWebRequest request) {
        requireTrustFor(notes);
        boolean confidential = notes || format.equals("pptx") && isTrusted();
        return ResolutionId.isValid(id) && DeckId.isValidName(deck)
                ? answer(
                        downloads.deck(new DeckId(new ResolutionId(id), deck), order(format, confidential, language)),
                        request)
                : missing();
    }

    private static Order order(String format, boolean confidential, String language) {
        return new Order(
                Format.valueOf(format.toUpperCase(Locale.ROOT)),
                confidential,
                language.equals("en") ? Translations.ENGLISH : Translations.VIETNAMESE,
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
    }

    private static ResponseEntity<byte[]> answer(Optional<Download> found, ServletWebRequest request) {
        if (found.isEmpty()) {
            return missing();
        }
        var download = found.get();
        var headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        headers.setETag(download.tag());
        if (request.checkNotModified(download.tag())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        headers.setContentType(MediaType.parseMediaType(download.type()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(download.fileName(), StandardCharsets.UTF_8)
                .build());
        try {
            return ResponseEntity.ok().headers(headers).body(download.content().get());
        } catch (Downloads.Busy e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(PAUSE.toSeconds()))
                    .build();
        }
    }

    private static ResponseEntity<byte[]> missing() {
        return ResponseEntity.notFound().build();
    }

    private static void requireTrustFor(boolean asked) {
        if (asked && !isTrusted()) {
            throw new AccessDeniedException("for reporters, editors and administrators");
        }
    }

    private static boolean isTrusted() {
        var member = SecurityContextHolder.getContext().getAuthentication();
        return member != null
                && member.isAuthenticated()
                && member.getAuthorities().stream()
                        .anyMatch(authority -> TRUSTED.contains(String.valueOf(authority.getAuthority())));
    }
}
