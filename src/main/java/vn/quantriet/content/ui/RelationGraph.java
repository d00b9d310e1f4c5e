package vn.quantriet.content.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.Resolution.Relation.Type;
import vn.quantriet.content.ResolutionId;

/**
 * The texts around one, as far as they make a picture: those it is related to, and what they in turn replace or amend.
 *
 * @param nodes the one first
 * @param edges each between two of the nodes
 */
record RelationGraph(List<Node> nodes, List<Edge> edges) {
    private static final int MOST_NODES = 24;
    private static final int FARTHEST = 4;

    /** @param text absent when the library does not hold it */
    record Node(ResolutionId id, Optional<Resolution> text, boolean inForce) {}

    /** Read from the text that declares it. */
    record Edge(ResolutionId from, Type type, ResolutionId to) {}

    static RelationGraph around(Resolution text, Relations relations) {
        Map<ResolutionId, Optional<Resolution>> found = new LinkedHashMap<>();
        found.put(text.id(), Optional.of(text));
        List<ResolutionId> ring = List.of(text.id());
        for (int distance = 1; distance <= FARTHEST && !ring.isEmpty(); distance++) {
            List<ResolutionId> next = new ArrayList<>();
            for (var id : ring) {
                for (var tie : relations.of(id)) {
                    boolean shown = distance == 1 || tie.type() == Type.REPLACES || tie.type() == Type.AMENDS;
                    if (shown && found.size() < MOST_NODES && found.putIfAbsent(tie.other(), tie.text()) == null) {
                        next.add(tie.other());
                    }
                }
            }
            ring = next;
        }
        List<Edge> edges = new ArrayList<>();
        for (var id : found.keySet()) {
            relations.of(id).stream()
                    .filter(tie -> tie.outgoing() && !tie.other().equals(id) && found.containsKey(tie.other()))
                    .forEach(tie -> edges.add(new Edge(id, tie.type(), tie.other())));
        }
        var nodes = found.entrySet().stream()
                .map(e -> new Node(
                        e.getKey(), e.getValue(), relations.validity(e.getKey()).isInForce()))
                .toList();
        return new RelationGraph(nodes, withoutMirrors(edges));
    }

    /** Kinship that both declare is one line. */
    private static List<Edge> withoutMirrors(List<Edge> edges) {
        List<Edge> kept = new ArrayList<>();
        for (var edge : edges) {
            boolean mirrored =
                    edge.type() == Type.RELATED && kept.contains(new Edge(edge.to(), edge.type(), edge.from()));
            if (!mirrored) {
                kept.add(edge);
            }
        }
        return List.copyOf(kept);
    }
}
