package vn.quantriet.content.library;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.content.TextFragments;

/** Serves fragments under addresses that hold their hash, so that a browser asks for each version once. */
@RestController
class FragmentEndpoint {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final Duration FOREVER = Duration.ofDays(365);

    private final TextFragments fragments;

    FragmentEndpoint(TextFragments fragments) {
        this.fragments = fragments;
    }

    @GetMapping("/van-ban/{id:[a-z0-9-]+}/noi-dung/{language:vi|en}-{hash:[0-9a-f]+}.html")
    ResponseEntity<String> fragment(
            @PathVariable("id") String id,
            @PathVariable("language") String language,
            @PathVariable("hash") String hash) {
        if (!ResolutionId.isValid(id)) {
            return ResponseEntity.notFound().build();
        }
        try {
            var fragment = fragments.of(new ResolutionId(id), Locale.of(language));
            return fragment.hash().equals(hash) ? forever(fragment) : moved(fragment);
        } catch (ResolutionNotFound e) {
            return ResponseEntity.notFound().build();
        }
    }

    private static ResponseEntity<String> forever(TextFragments.Fragment fragment) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOREVER).cachePrivate().immutable())
                .contentType(HTML)
                .body(fragment.html());
    }

    private static ResponseEntity<String> moved(TextFragments.Fragment fragment) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(fragment.href()))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
