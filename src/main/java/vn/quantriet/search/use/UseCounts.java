package vn.quantriet.search.use;

/**
 * What was done with one query on one day.
 *
 * @param shared whether at least three members asked it
 */
record UseCounts(int asked, int missed, int opened, boolean shared) {

    boolean isNothing() {
        return asked == 0 && missed == 0 && opened == 0;
    }

    UseCounts plus(UseCounts more) {
        return new UseCounts(asked + more.asked, missed + more.missed, opened + more.opened, shared || more.shared);
    }
}
