package vn.quantriet.organisation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tree as an immutable snapshot in memory, read at first use and replaced when a change of it has been committed. */
@Component
class CachedUnitTree implements UnitTree {

    private final Units units;
    private volatile @Nullable Snapshot snapshot;

    CachedUnitTree(Units units) {
        this.units = units;
    }

    @Override
    public Unit get(UnitId id) {
        return find(id).orElseThrow(() -> new UnitNotFound(id));
    }

    @Override
    public Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(current().byId.get(id));
    }

    @Override
    public Optional<Unit> root() {
        return current().inOrder.stream().findFirst();
    }

    @Override
    public List<Unit> children(UnitId id) {
        return current().children.getOrDefault(id, List.of());
    }

    @Override
    public List<Unit> lineage(UnitId id) {
        Snapshot now = current();
        Deque<Unit> lineage = new ArrayDeque<>();
        Optional<Unit> unit = Optional.of(get(id));
        while (unit.isPresent()) {
            lineage.addFirst(unit.get());
            unit = unit.get().parent().map(parent -> now.byId.get(parent));
        }
        return List.copyOf(lineage);
    }

    @Override
    public List<Unit> all() {
        return current().inOrder;
    }

    /** Reads the tree as this transaction sees it, and shows it to everyone once that is committed. */
    void replaceAfterCommit() {
        Snapshot changed = new Snapshot(units.all());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return Ordered.HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCommit() {
                replace(changed);
            }
        });
    }

    private synchronized void replace(Snapshot changed) {
        snapshot = changed;
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        return known != null ? known : read();
    }

    /** Reads inside the lock, so that an old reading never overwrites the snapshot of a commit that came meanwhile. */
    private synchronized Snapshot read() {
        Snapshot known = snapshot;
        if (known == null) {
            known = new Snapshot(units.all());
            snapshot = known;
        }
        return known;
    }

    private static final class Snapshot {
        private final List<Unit> inOrder;
        private final Map<UnitId, Unit> byId = new LinkedHashMap<>();
        private final Map<UnitId, List<Unit>> children;

        Snapshot(List<Unit> inOrder) {
            this.inOrder = List.copyOf(inOrder);
            inOrder.forEach(unit -> byId.put(unit.id(), unit));
            this.children = inOrder.stream()
                    .filter(unit -> unit.parent().isPresent())
                    .collect(Collectors.groupingBy(
                            unit -> unit.parent().orElseThrow(), HashMap::new, Collectors.toUnmodifiableList()));
        }
    }
}
