package vn.quantriet.documents;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the two sides of an import, so that no page keeps them in memory, and the file that was made. */
@RestController
class ImportEndpoint {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final String ADDRESS = "/bien-tap/nhap/{id:[0-9a-f-]{36}}/";

    private final DocumentImports imports;

    ImportEndpoint(DocumentImports imports) {
        this.imports = imports;
    }

    @GetMapping(ADDRESS + "nguon.html")
    ResponseEntity<String> source(@PathVariable("id") String id) {
        return html(id, imports::sourceHtml);
    }

    @GetMapping(ADDRESS + "ket-qua.html")
    ResponseEntity<String> result(@PathVariable("id") String id) {
        return html(id, imports::resultHtml);
    }

    @GetMapping(ADDRESS + "tep.md")
    ResponseEntity<String> file(@PathVariable("id") String id) {
        return found(id, found -> {
            if (!(imports.state(found) instanceof ImportState.Ready(String name, Reading reading))) {
                throw new ImportNotFound(found);
            }
            boolean deck = reading.kind() == Reading.Kind.DECK;
            var markdown = deck
                    ? imports.markdown(found, new DeckHead(reading.head().title(), "", ""))
                    : imports.markdown(found, reading.head());
            var file = deck ? TextHead.slug(reading.head().title()) + ".md" : "resolution.md";
            return ResponseEntity.ok()
                    .contentType(MARKDOWN)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment().filename(file).build().toString())
                    .body(markdown);
        });
    }

    private static ResponseEntity<String> html(String id, Function<ImportId, String> side) {
        return found(id, found -> ResponseEntity.ok().contentType(HTML).body(side.apply(found)));
    }

    private static ResponseEntity<String> found(String id, Function<ImportId, ResponseEntity<String>> answer) {
        if (!ImportId.isValid(id)) {
            return ResponseEntity.notFound().build();
        }
        try {
            return answer.apply(new ImportId(id));
        } catch (ImportNotFound e) {
            return ResponseEntity.notFound().build();
        }
    }
}
