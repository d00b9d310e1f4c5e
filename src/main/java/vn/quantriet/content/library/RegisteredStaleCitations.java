package vn.quantriet.content.library;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Author;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.StaleCitations;
import vn.quantriet.content.format.ClauseRegister;
import vn.quantriet.content.format.ClauseRegister.Stale;

/** The lists in the registers of the live library. */
@Service
class RegisteredStaleCitations implements StaleCitations {
    private static final Set<String> REVIEWERS = Set.of("ROLE_REPORTER", "ROLE_EDITOR", "ROLE_ADMINISTRATOR");

    private final LiveLibrary library;

    RegisteredStaleCitations(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public List<StaleCitation> all() {
        return library.shelves().stale().entrySet().stream()
                .sorted(Comparator.comparing(list -> list.getKey().value()))
                .flatMap(list -> citations(list.getKey(), list.getValue()))
                .toList();
    }

    @Override
    public List<StaleCitation> of(ResolutionId cited) {
        return library.shelves().find(cited).stream()
                .flatMap(shelved -> citations(cited, shelved.register().stale()))
                .toList();
    }

    @Override
    public void reviewed(StaleCitation citation, Author author) {
        requireReviewer();
        var text = citation.clause().resolution();
        library.exclusively(() -> {
            var register = library.shelves().find(text).map(Shelved::register).orElse(ClauseRegister.NONE);
            var left = register.stale().stream()
                    .filter(stale -> !citation(text, stale).equals(citation))
                    .toList();
            if (left.size() < register.stale().size()) {
                var after = register.withStale(left);
                var file = after.isNeeded()
                        ? Optional.of(after.yaml().getBytes(StandardCharsets.UTF_8))
                        : Optional.<byte[]>empty();
                library.publish(new Changeset(
                        Map.of(text + "/" + ClauseRegister.FILE, file),
                        author,
                        "Review " + citation.citing() + "/" + citation.file() + " " + citation.number()));
            }
            return left;
        });
    }

    private static void requireReviewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication.getAuthorities().stream()
                        .noneMatch(authority -> REVIEWERS.contains(String.valueOf(authority.getAuthority())))) {
            throw new AccessDeniedException("only reporters, editors and administrators review citations");
        }
    }

    private static Stream<StaleCitation> citations(ResolutionId text, List<Stale> list) {
        return list.stream().map(stale -> citation(text, stale));
    }

    private static StaleCitation citation(ResolutionId text, Stale stale) {
        var path = StaleLists.path(text, stale.from());
        int slash = path.indexOf('/');
        return new StaleCitation(
                new ClauseRef(text, stale.clause()),
                new ResolutionId(path.substring(0, slash)),
                path.substring(slash + 1),
                StaleLists.number(stale.from()));
    }
}
