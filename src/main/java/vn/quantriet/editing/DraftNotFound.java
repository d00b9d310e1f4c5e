package vn.quantriet.editing;

/** There is no such draft, or none that the acting member may see. */
public class DraftNotFound extends RuntimeException {
    public DraftNotFound(DraftId id) {
        super("no draft " + id + " that may be seen");
    }
}
