package vn.quantriet.content.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextPublishing;

/** Takes orders and publishes nothing; may be unsure of some clauses. */
final class MemoryPublishing implements TextPublishing {
    final List<Order> orders = new ArrayList<>();
    List<ClauseChange> unsure = List.of();

    Map<String, String> present = Map.of();

    @Override
    public Optional<Edition> edition(ResolutionId id) {
        return Optional.of(new Edition(id, present, "now"));
    }

    @Override
    public Checked check(
            ResolutionId id,
            Map<String, String> files,
            Collection<Attachment> attachments,
            Map<String, Optional<ClauseId>> identities) {
        return new Checked(List.of(), unsure);
    }

    @Override
    public Published publish(Order order) {
        if (!unsure.isEmpty() && order.identities().isEmpty()) {
            throw new IdentityUndecided(unsure);
        }
        orders.add(order);
        return new Published("new");
    }
}
