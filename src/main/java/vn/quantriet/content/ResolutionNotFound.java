package vn.quantriet.content;

/** The library holds no text with this id. */
public class ResolutionNotFound extends RuntimeException {
    public ResolutionNotFound(ResolutionId id) {
        super("no text " + id);
    }
}
