package vn.quantriet.content.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.format.Hashes;
import vn.quantriet.content.identity.Identification.Undecidable;

/** Publishes whole texts into the live library. */
@Service
class PublishedTexts implements TextPublishing {
    private final LiveLibrary library;

    PublishedTexts(LiveLibrary library) {
        this.library = library;
    }

    @Override
    public Optional<Edition> edition(ResolutionId id) {
        var files = library.sources(id);
        return files.isEmpty() ? Optional.empty() : Optional.of(new Edition(id, files, version(files)));
    }

    @Override
    public Checked check(ResolutionId id, Map<String, String> files, Map<String, Optional<ClauseId>> identities) {
        var proposal = proposal(id, files, identities, Set.of());
        return new Checked(proposal.problems(library.shelves()), proposal.changes());
    }

    @Override
    public Published publish(Order order) {
        return library.exclusively(() -> {
            var id = order.id();
            var present = edition(id);
            if (!present.map(Edition::version).equals(order.base())) {
                throw new TextReplacedMeanwhile(present.orElse(new Edition(id, Map.of(), "")));
            }
            var proposal = proposal(id, order.files(), order.identities(), order.editorial());
            var problems = proposal.problems(library.shelves());
            if (!problems.isEmpty()) {
                throw new FilesHaveProblems(problems);
            }
            if (!proposal.undecided().isEmpty()) {
                throw new IdentityUndecided(proposal.undecided());
            }
            var now = present.map(Edition::files).orElse(Map.of());
            var changed = proposal.changed(now);
            var files = proposal.files(now.keySet());
            files.putAll(library.registerFiles(new Registers.Change(
                    Set.of(id),
                    Map.of(id, proposal.register()),
                    proposal.outdated().isEmpty() ? Map.of() : Map.of(id, proposal.outdated()),
                    changed,
                    among(changed, library.items(id)),
                    proposal.items())));
            return new Published(library.publish(new Changeset(files, order.author(), order.message())));
        });
    }

    private TextFiles files(ResolutionId id, Map<String, String> files) {
        return new TextFiles(id, files, library.attachments().of(id).files());
    }

    private static List<CitingItem> among(Set<String> files, List<CitingItem> items) {
        return items.stream().filter(item -> files.contains(item.file())).toList();
    }

    private Proposal proposal(
            ResolutionId id,
            Map<String, String> files,
            Map<String, Optional<ClauseId>> identities,
            Set<ClauseId> editorial) {
        try {
            return new Proposal(id, files(id, files), library.known(id), identities, editorial);
        } catch (Undecidable e) {
            throw new IllegalArgumentException("identities for " + id + ": " + e.getMessage(), e);
        }
    }

    private static String version(Map<String, String> files) {
        return Hashes.of(new TreeMap<>(files)
                .entrySet().stream()
                        .map(file -> file.getKey() + " " + Hashes.of(file.getValue()))
                        .collect(Collectors.joining("\n")));
    }
}
