package vn.quantriet.study.ui;

import org.springframework.stereotype.Component;
import vn.quantriet.ui.AdministrationPage;

/** Leads administrators to {@link LedgerView}. */
@Component
class LedgerPage implements AdministrationPage {

    @Override
    public String address() {
        return "/" + LedgerView.ADDRESS;
    }

    @Override
    public String nameKey() {
        return "study.ledger.title";
    }
}
