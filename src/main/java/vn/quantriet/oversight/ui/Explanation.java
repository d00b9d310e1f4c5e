package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.temporal.ChronoUnit;
import vn.quantriet.organisation.Unit;
import vn.quantriet.oversight.Rollout;
import vn.quantriet.ui.Formats;

/** Says in plain words what a completion rate counts, whom it leaves out, where it comes from and as of when. */
class Explanation extends NativeDetails {

    Explanation(Unit unit, Rollout rollout) {
        super("");
        setSummaryText(getTranslation("oversight.explain.summary"));
        getSummary().addClassName("why");
        addClassName("explain");
        var time = rollout.asOf().toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
        setContent(new UnorderedList(
                line(
                        "oversight.explain.counted",
                        unit.name(),
                        rollout.text().number(),
                        Formats.number(rollout.total().owed(), getLocale())),
                line("oversight.explain.completed"),
                line("oversight.explain.not-counted"),
                line("oversight.explain.source"),
                line("oversight.explain.rounding"),
                line("oversight.explain.status"),
                line("oversight.explain.as-of", time, Formats.date(rollout.today()))));
    }

    private ListItem line(String key, Object... arguments) {
        return new ListItem(getTranslation(key, arguments));
    }
}
