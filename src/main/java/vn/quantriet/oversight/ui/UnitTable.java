package vn.quantriet.oversight.ui;

import com.vaadin.flow.component.html.Span;
import vn.quantriet.organisation.Unit;
import vn.quantriet.oversight.Completion;
import vn.quantriet.oversight.Rollout;
import vn.quantriet.oversight.Rollout.UnitRow;
import vn.quantriet.oversight.Timeliness;
import vn.quantriet.ui.Formats;

/** The units directly below, each a link further down. */
class UnitTable extends TableCard {
    private final Address address;

    UnitTable(String title, Rollout rollout, Address address) {
        super("theo-don-vi", title);
        this.address = address;
        addSortedColumn("oversight.units.unit", UnitOrder.NAME, UnitOrder.NAME_BACKWARDS);
        addNumberColumn(getTranslation("oversight.units.owed"));
        addSortedColumn("oversight.units.completed", UnitOrder.LOWEST_RATE, UnitOrder.HIGHEST_RATE);
        addColumn(getTranslation("oversight.units.status"));
        rollout.units().stream().sorted(address.order().comparator()).forEach(this::addUnit);
        rollout.direct().ifPresent(direct -> addDirect(direct, rollout));
    }

    private void addSortedColumn(String key, UnitOrder upwards, UnitOrder downwards) {
        var title = getTranslation(key);
        var column = addColumn("");
        var order = address.order();
        var link = new OversightLink(title, address.sortedBy(order == upwards ? downwards : upwards), "sort")
                .described(getTranslation("oversight.units.sort", title));
        if (order == upwards || order == downwards) {
            var arrow = new Span(order == upwards ? "↑" : "↓");
            arrow.getElement().setAttribute("aria-hidden", "true");
            link.with(arrow);
            column.getElement().setAttribute("aria-sort", order == upwards ? "ascending" : "descending");
        }
        column.add(link);
    }

    private void addUnit(UnitRow row) {
        var name = new OversightLink(row.unit().name(), address.at(row.unit().id()));
        fill(addRow(name, note(row)), row.completion(), row.timeliness());
    }

    private String note(UnitRow row) {
        var kind = getTranslation(
                switch (row.unit().kind()) {
                    case PROVINCIAL_COMMITTEE -> "oversight.kind.provincial";
                    case UPPER_COMMITTEE -> "oversight.kind.upper";
                    case GRASSROOTS_COMMITTEE -> "oversight.kind.grassroots";
                    case CELL -> "oversight.kind.cell";
                });
        return row.unit().kind() == Unit.Kind.CELL || row.cells() == 0
                ? kind
                : getTranslation("oversight.units.cells", kind, Formats.number(row.cells(), getLocale()));
    }

    private void addDirect(Completion direct, Rollout rollout) {
        var name = new Span(getTranslation("oversight.units.direct"));
        fill(
                addRow(name, getTranslation("oversight.units.direct-note")),
                direct,
                Timeliness.of(direct, rollout.campaign(), rollout.today()));
    }

    private void fill(Row row, Completion completion, Timeliness timeliness) {
        row.number(Formats.number(completion.owed(), getLocale()))
                .cell(new RateBar(completion))
                .cell(new TimelinessChip(timeliness));
    }
}
