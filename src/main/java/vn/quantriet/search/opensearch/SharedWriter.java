package vn.quantriet.search.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/**
 * Writes to OpenSearch, in the order in which it is told to. What comes while a request is under way goes into the next one, so that
 * many members who save at once cost a few requests.
 */
final class SharedWriter {
    private static final int MOST_AT_ONCE = 1000;
    private static final int BAD_REQUEST = 400;

    private final OpenSearchClient client;
    private final Executor background;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean running;

    /** @param background runs the requests, one after the other */
    SharedWriter(OpenSearchClient client, Executor background) {
        this.client = client;
        this.background = background;
    }

    /** Puts a document in its place, or deletes what is there. */
    record Change(String id, Optional<ObjectNode> document) {
        static Change put(String id, ObjectNode document) {
            return new Change(id, Optional.of(document));
        }

        static Change delete(String id) {
            return new Change(id, Optional.empty());
        }
    }

    /** An index, or an alias, which is not made an index when it is missing. */
    record Target(String name, boolean alias) {}

    private record Waiting(
            List<Change> changes, List<Target> targets, boolean seen, CompletableFuture<Set<String>> refused) {}

    /**
     * Writes changes to each of some indexes, one change after the other.
     *
     * @param seen whether they must be found when that is done
     * @return places whose documents were refused, and in which there is nothing now; fails with {@link NotAnswered}
     */
    CompletableFuture<Set<String>> write(List<Change> changes, List<Target> targets, boolean seen) {
        var told = new Waiting(List.copyOf(changes), List.copyOf(targets), seen, new CompletableFuture<>());
        synchronized (waiting) {
            waiting.add(told);
            if (running) {
                return told.refused();
            }
            running = true;
        }
        background.execute(this::run);
        return told.refused();
    }

    private void run() {
        for (var some = next(); !some.isEmpty(); some = next()) {
            try {
                Set<String> refused = write(some);
                some.forEach(told -> told.refused().complete(refused));
            } catch (RuntimeException | Error e) {
                some.forEach(told -> told.refused().completeExceptionally(e));
            }
        }
    }

    private List<Waiting> next() {
        synchronized (waiting) {
            int count = 0;
            int changes = 0;
            while (count < waiting.size() && (count == 0 || changes < MOST_AT_ONCE)) {
                changes += waiting.get(count).changes().size();
                count++;
            }
            var some = List.copyOf(waiting.subList(0, count));
            waiting.subList(0, count).clear();
            running = !some.isEmpty();
            return some;
        }
    }

    private Set<String> write(List<Waiting> some) {
        List<BulkOperation> operations = new ArrayList<>();
        for (Waiting told : some) {
            for (Target target : told.targets()) {
                told.changes().forEach(change -> operations.add(operation(change, target)));
            }
        }
        if (operations.isEmpty()) {
            return Set.of();
        }
        boolean seen = some.stream().anyMatch(Waiting::seen);
        Map<String, Change> removals = new HashMap<>();
        Map<String, Target> from = new HashMap<>();
        for (BulkResponseItem item : send(operations, seen)) {
            String place = item.index() + "/" + item.id();
            if (item.error() == null) {
                removals.remove(place);
            } else if (item.status() == BAD_REQUEST) {
                // What was there before may have been for other eyes.
                removals.put(place, Change.delete(String.valueOf(item.id())));
                from.put(place, new Target(item.index(), false));
            } else {
                throw NotAnswered.of(String.valueOf(item.error().type()), item.status());
            }
        }
        if (!removals.isEmpty()) {
            send(
                    removals.entrySet().stream()
                            .map(r -> operation(r.getValue(), Objects.requireNonNull(from.get(r.getKey()))))
                            .toList(),
                    seen);
        }
        return removals.values().stream().map(Change::id).collect(Collectors.toSet());
    }

    private List<BulkResponseItem> send(List<BulkOperation> operations, boolean seen) {
        var request = BulkRequest.of(b -> b.operations(operations).refresh(seen ? Refresh.True : Refresh.False));
        return NotAnswered.unless(() -> client.bulk(request)).items();
    }

    private static BulkOperation operation(Change change, Target target) {
        return change.document()
                .map(document -> BulkOperation.of(o -> o.<ObjectNode>index(i -> i.index(target.name())
                        .id(change.id())
                        .requireAlias(target.alias())
                        .document(document))))
                .orElseGet(() -> BulkOperation.of(
                        o -> o.delete(d -> d.index(target.name()).id(change.id()))));
    }
}
