package vn.quantriet.documents;

/** There is no such import, or it is somebody else's, or it has been cleared away. */
public class ImportNotFound extends RuntimeException {
    public ImportNotFound(ImportId id) {
        super("no import " + id);
    }
}
