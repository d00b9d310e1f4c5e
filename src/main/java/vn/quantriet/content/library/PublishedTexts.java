package vn.quantriet.content.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Problem;
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
    public Checked check(
            ResolutionId id,
            Map<String, String> files,
            Collection<Attachment> attachments,
            Map<String, Optional<ClauseId>> identities) {
        var coming = Coming.looked(id, library.attachments().of(id).files(), attachments);
        var proposal = proposal(new TextFiles(id, files, coming.beside()), id, identities, Set.of());
        return new Checked(problems(proposal, coming), proposal.changes());
    }

    @Override
    public Published publish(Order order) {
        return library.exclusively(() -> {
            var id = order.id();
            var present = edition(id);
            if (!present.map(Edition::version).equals(order.base())) {
                throw new TextReplacedMeanwhile(present.orElse(new Edition(id, Map.of(), "")));
            }
            var coming = Coming.read(id, library.attachments().of(id).files(), order.attachments());
            var proposal = proposal(
                    new TextFiles(id, order.files(), coming.beside()), id, order.identities(), order.editorial());
            var problems = problems(proposal, coming);
            if (!problems.isEmpty()) {
                throw new FilesHaveProblems(problems);
            }
            if (!proposal.undecided().isEmpty()) {
                throw new IdentityUndecided(proposal.undecided());
            }
            var now = present.map(Edition::files).orElse(Map.of());
            var changed = proposal.changed(now);
            var files = proposal.files(now.keySet());
            files.putAll(coming.files());
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

    private List<Problem> problems(Proposal proposal, Coming coming) {
        var problems = new ArrayList<>(proposal.problems(library.shelves()));
        problems.addAll(coming.problems());
        problems.sort(Shelves.BY_PLACE);
        return problems;
    }

    private static List<CitingItem> among(Set<String> files, List<CitingItem> items) {
        return items.stream().filter(item -> files.contains(item.file())).toList();
    }

    private Proposal proposal(
            TextFiles files, ResolutionId id, Map<String, Optional<ClauseId>> identities, Set<ClauseId> editorial) {
        try {
            return new Proposal(id, files, library.known(id), identities, editorial);
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
