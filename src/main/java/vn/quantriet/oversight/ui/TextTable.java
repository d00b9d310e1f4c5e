package vn.quantriet.oversight.ui;

import vn.quantriet.oversight.Rollout;
import vn.quantriet.oversight.Rollout.TextRow;

/** The texts of a campaign with the rate of the unit in each. */
class TextTable extends TableCard {

    TextTable(String title, Rollout rollout, Address address) {
        super("theo-van-ban", title);
        addColumn(getTranslation("oversight.texts.text"));
        addColumn(getTranslation("oversight.texts.completed"));
        for (TextRow row : rollout.texts()) {
            var text = row.text();
            var link = new OversightLink(
                            text.number(), address.on(rollout.campaign().id(), text.id()))
                    .current(text.id().equals(rollout.text().id()));
            addRow(link, text.shortTitle()).cell(new RateBar(row.completion()), new TimelinessChip(row.timeliness()));
        }
    }
}
