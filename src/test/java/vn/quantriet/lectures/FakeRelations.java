package vn.quantriet.lectures;

import java.util.List;
import vn.quantriet.content.Relations;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;

/** Every text stands as it is told to. */
public class FakeRelations implements Relations {
    public Validity standing = new Validity.InForce();

    @Override
    public Validity validity(ResolutionId id) {
        return standing;
    }

    @Override
    public List<Tie> of(ResolutionId id) {
        return List.of();
    }
}
