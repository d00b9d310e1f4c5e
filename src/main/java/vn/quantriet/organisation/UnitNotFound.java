package vn.quantriet.organisation;

/** No unit has this id. */
public class UnitNotFound extends RuntimeException {
    public UnitNotFound(UnitId id) {
        super("no unit " + id.value());
    }
}
