package vn.quantriet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A member who reads a text and writes notes on it by plain requests, as fast as answers come, and remembers what the portal
 * has acknowledged, over all its deaths. One thread at a time.
 */
final class StudyingMember {
    private static final int MOST_NOTES = 40;
    private static final int CLAUSES_IN_VIEW = 4;

    private final String username;
    private final String text;
    private final Random random;
    private final List<String> clauses = new ArrayList<>();

    private final Map<Long, String> notes = new HashMap<>();
    /** Sent without an answer: may be kept or not. */
    private final Map<Long, String> unanswered = new HashMap<>();

    private final Map<String, Double> shares = new HashMap<>();
    private int readClauses;
    private Optional<String> position = Optional.empty();
    private Optional<String> unansweredPosition = Optional.empty();
    private int acknowledged;

    StudyingMember(String username, String text, long seed) {
        this.username = username;
        this.text = text;
        this.random = new Random(seed);
    }

    private record Beat(String reader, List<String> visible, String at, boolean takeOver) {}

    private record Note(
            String clause,
            String body,
            String scope,
            @Nullable Long id) {}

    Visitor signIn(Portal portal) throws IOException, InterruptedException {
        var visitor = Visitor.signIn(portal.address(), username);
        if (clauses.isEmpty()) {
            visitor.page("/van-ban/" + text).select("article.text .clause").forEach(clause -> clauses.add(clause.id()));
        }
        return visitor;
    }

    /** Heartbeats and notes until the portal no longer answers. */
    void study(Visitor visitor) throws InterruptedException {
        String reader = UUID.randomUUID().toString();
        try {
            beat(visitor, reader, true);
            while (true) {
                if (random.nextInt(3) == 0) {
                    write(visitor);
                } else {
                    beat(visitor, reader, false);
                }
            }
        } catch (IOException killed) {
            // That is how every round ends.
        }
    }

    private void beat(Visitor visitor, String reader, boolean takeOver) throws IOException, InterruptedException {
        int first = random.nextInt(clauses.size() - CLAUSES_IN_VIEW);
        var visible = clauses.subList(first / 2, first / 2 + CLAUSES_IN_VIEW);
        String at = visible.get(random.nextInt(visible.size()));
        unansweredPosition = Optional.of(at);
        JsonNode reply = visitor.post("/api/reading/" + text + "/beat", new Beat(reader, visible, at, takeOver));
        unansweredPosition = Optional.empty();
        position = Optional.of(at);
        reply.get("progress")
                .properties()
                .forEach(share -> shares.merge(share.getKey(), share.getValue().doubleValue(), Math::max));
        readClauses = reply.get("read").intValue();
        acknowledged++;
    }

    private void write(Visitor visitor) throws IOException, InterruptedException {
        Long id = notes.size() < MOST_NOTES && random.nextInt(5) == 0 || notes.isEmpty()
                ? null
                : List.copyOf(notes.keySet()).get(random.nextInt(notes.size()));
        String body = "Ghi chép " + Long.toHexString(random.nextLong()) + " về điều khoản này.";
        String clause = clauses.get(random.nextInt(clauses.size()));
        if (id != null) {
            unanswered.put(id, body);
        }
        JsonNode item = visitor.post("/api/reading/" + text + "/notes", new Note(clause, body, "private", id))
                .get("item");
        if (id != null) {
            unanswered.remove(id);
        }
        notes.put(item.get("editId").longValue(), body);
        acknowledged++;
    }

    /** What was acknowledged and is not there; each as a line. What is there becomes what is expected from now on. */
    List<String> findLost(Visitor visitor) throws IOException, InterruptedException {
        List<String> lost = new ArrayList<>();
        JsonNode state = visitor.json("/api/reading/" + text);
        Map<Long, String> kept = new HashMap<>();
        for (JsonNode item : state.get("items")) {
            if (item.get("editId") instanceof JsonNode id && id.isNumber()) {
                kept.put(id.longValue(), item.get("body").stringValue());
            }
        }
        notes.forEach((id, body) -> {
            String found = kept.get(id);
            if (!body.equals(found) && (found == null || !found.equals(unanswered.get(id)))) {
                lost.add("note %d of %s: expected '%s', got '%s'".formatted(id, username, body, found));
            }
        });
        shares.forEach((clause, share) -> {
            JsonNode found = state.get("progress").get(clause);
            if (found == null || found.doubleValue() < share) {
                lost.add(
                        "progress of %s at %s: expected at least %s, got %s".formatted(username, clause, share, found));
            }
        });
        if (state.get("read").intValue() < readClauses) {
            lost.add("%s had read %d clauses, got %s".formatted(username, readClauses, state.get("read")));
        }
        var found = Optional.ofNullable(state.get("position"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
        if (position.isPresent() && !found.equals(position) && !found.equals(unansweredPosition)) {
            lost.add("place of %s: expected %s, got %s".formatted(username, position, found));
        }
        notes.replaceAll((id, body) -> Objects.requireNonNullElse(kept.get(id), body));
        unanswered.clear();
        position = found;
        unansweredPosition = Optional.empty();
        return lost;
    }

    int acknowledged() {
        return acknowledged;
    }
}
