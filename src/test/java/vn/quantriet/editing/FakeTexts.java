package vn.quantriet.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Listing;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.Problem;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextHistory;
import vn.quantriet.content.TextPublishing;
import vn.quantriet.content.merge.TextMerge;

/**
 * Texts in memory. A line with "!" is a problem; a clause is a part whose heading begins with a Roman number, and is doubtful when
 * its title ends with a question mark; with two when another doubtful one is said to be new.
 */
public class FakeTexts implements Library, TextPublishing, TextHistory {
    public static final ResolutionId NQ_57 = new ResolutionId("57-nq-tw");

    /** Orders in the order in which they were carried out. */
    public final List<Order> orders = new ArrayList<>();

    /** Earlier versions of the texts, by commit. */
    public final Map<String, Map<String, String>> past = new HashMap<>();

    /** Whether anyone waited for the library within a transaction. */
    public boolean inTransaction;

    /** Whether the disk is full. */
    public boolean broken;

    private final Map<ResolutionId, Map<String, String>> texts = new HashMap<>();

    public FakeTexts() {
        put(NQ_57, Map.of(Manuscript.TEXT, "## I. Một\n\nchữ một\n\n## II. Hai\n\nchữ hai\n"));
    }

    /** As if somebody had published it by another way. */
    public final void put(ResolutionId id, Map<String, String> files) {
        texts.put(id, Map.copyOf(files));
    }

    public String text(ResolutionId id, String path) {
        return texts.getOrDefault(id, Map.of()).getOrDefault(path, "");
    }

    @Override
    public Optional<Edition> edition(ResolutionId id) {
        inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
        return Optional.ofNullable(texts.get(id)).map(files -> new Edition(id, files, version(files)));
    }

    private static String version(Map<String, String> files) {
        return Integer.toHexString(files.hashCode());
    }

    @Override
    public Checked check(
            ResolutionId id,
            Map<String, String> files,
            Collection<Attachment> attachments,
            Map<String, Optional<ClauseId>> identities) {
        inTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
        List<Problem> problems = new ArrayList<>();
        files.forEach((path, body) -> {
            var lines = body.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains("!")) {
                    problems.add(Problem.at(id + "/" + path, i + 1, lines.get(i).indexOf('!') + 1, "heading-empty"));
                }
            }
        });
        return new Checked(
                problems, changes(text(id, Manuscript.TEXT), files.getOrDefault(Manuscript.TEXT, ""), identities));
    }

    private static List<ClauseChange> changes(String before, String after, Map<String, Optional<ClauseId>> identities) {
        var old = clauses(before);
        List<ClauseChange> changes = new ArrayList<>();
        clauses(after).forEach((entry, part) -> {
            var id = identity(entry, old.keySet(), after);
            var was = old.entrySet().stream()
                    .filter(e -> e.getKey().clause().equals(id))
                    .map(Map.Entry::getValue)
                    .findFirst();
            // The second of two doubtful clauses may be the same earlier one as the first, if that is not it.
            boolean second = part.heading().endsWith("??");
            boolean free = identities.containsValue(Optional.<ClauseId>empty());
            boolean doubtful = part.heading().endsWith("?")
                    && (!second || free)
                    && !identities.containsKey(entry.clause().value());
            var kind = doubtful
                    ? ClauseChange.Kind.UNSURE
                    : was.isPresent() ? ClauseChange.Kind.REWORDED : ClauseChange.Kind.ADDED;
            if (!was.equals(Optional.of(part))) {
                changes.add(new ClauseChange(
                        kind,
                        entry.clause().value(),
                        entry.label(),
                        entry.title(),
                        id,
                        0.5,
                        line(after, part.heading())));
            }
        });
        return changes;
    }

    /** By title, else by place unless the clause that stood there is elsewhere. */
    private static ClauseId identity(Outline.Entry entry, Set<Outline.Entry> old, String after) {
        return old.stream()
                .filter(was -> was.title().equals(entry.title()))
                .findFirst()
                .map(Outline.Entry::clause)
                .orElseGet(() -> old.stream()
                                .filter(was -> was.clause().equals(entry.clause()))
                                .anyMatch(was -> Outline.of(after).stream()
                                        .anyMatch(now -> now.title().equals(was.title())))
                        ? entry.clause().another(2)
                        : entry.clause());
    }

    private static int line(String text, String heading) {
        return text.lines().map(String::stripTrailing).toList().indexOf(heading) + 1;
    }

    private static Map<Outline.Entry, Part> clauses(String text) {
        Map<Outline.Entry, Part> clauses = new LinkedHashMap<>();
        Outline.of(text)
                .forEach(entry -> Part.of(text).stream()
                        .filter(part -> part.title().equals(entry.title()))
                        .findFirst()
                        .ifPresent(part -> clauses.put(
                                entry, new Part(part.heading(), part.text().strip()))));
        return clauses;
    }

    @Override
    public Published publish(Order order) {
        if (broken) {
            throw new UncheckedIOException(new IOException("disk full"));
        }
        var checked = check(order.id(), order.files());
        if (!checked.isGood()) {
            throw new FilesHaveProblems(checked.problems());
        }
        if (!edition(order.id()).map(Edition::version).equals(order.base())) {
            throw new TextReplacedMeanwhile(edition(order.id()).orElseThrow());
        }
        var undecided = check(order.id(), order.files(), List.of(), order.identities()).changes().stream()
                .filter(c -> c.kind() == ClauseChange.Kind.UNSURE)
                .toList();
        if (!undecided.isEmpty()) {
            throw new IdentityUndecided(undecided);
        }
        put(order.id(), order.files());
        orders.add(order);
        return new Published("commit" + orders.size());
    }

    @Override
    public Merge merge(Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
        return TextMerge.of(base, mine, theirs);
    }

    @Override
    public List<Resolution> resolutions() {
        return List.of();
    }

    @Override
    public Optional<Listing> listing(ResolutionId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Holding> find(ResolutionId id) {
        return Optional.empty();
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public List<Version> versions(ResolutionId id, int offset, int limit) {
        return List.of();
    }

    @Override
    public Optional<Version> version(ResolutionId id, String commit) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> files(ResolutionId id, String commit) {
        return past.getOrDefault(commit, Map.of());
    }

    @Override
    public List<ClauseDifference> difference(ResolutionId id, String earlier, String later) {
        return List.of();
    }

    @Override
    public List<PartDifference> otherDifferences(ResolutionId id, String earlier, String later) {
        return List.of();
    }

    @Override
    public Map<ClauseId, Version> lastChanges(ResolutionId id) {
        return Map.of();
    }

    static Function<Order, String> file(String path) {
        return order -> order.files().getOrDefault(path, "");
    }
}
