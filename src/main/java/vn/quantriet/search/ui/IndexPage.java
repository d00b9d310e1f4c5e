package vn.quantriet.search.ui;

import org.springframework.stereotype.Component;
import vn.quantriet.ui.AdministrationPage;

/** Leads administrators to {@link IndexView}. */
@Component
class IndexPage implements AdministrationPage {

    @Override
    public String address() {
        return "/" + IndexView.ADDRESS;
    }

    @Override
    public String nameKey() {
        return "search.index.title";
    }
}
