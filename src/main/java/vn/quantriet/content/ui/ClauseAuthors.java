package vn.quantriet.content.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.content.Clause;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.TextHistory.Version;

/** Who gave each clause its present words, and when. */
class ClauseAuthors extends Div {

    ClauseAuthors(HistoryAddress address, Optional<Resolution> text, Map<ClauseId, Version> changes, ZoneId zone) {
        addClassNames("card", "scroll");
        var table = new NativeTable();
        table.addClassName("table");
        table.setCaptionText(getTranslation("content.history.clauses"));
        var head = new NativeTableRow();
        for (var key : List.of("content.history.clause", "content.history.author", "content.history.when")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        text.map(Resolution::clauses)
                .orElse(List.of())
                .forEach(clause ->
                        table.getBody().add(row(address, clause, Optional.ofNullable(changes.get(clause.id())), zone)));
        add(table);
    }

    private NativeTableRow row(HistoryAddress address, Clause clause, Optional<Version> version, ZoneId zone) {
        var name = new NativeTableHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(new Anchor("/van-ban/" + address.text() + "#" + clause.id(), clause.label() + " · " + clause.title()));
        return new NativeTableRow(
                name,
                new NativeTableCell(version.map(v -> v.author().name()).orElse("–")),
                new NativeTableCell(version.map(v -> Moments.of(v.at(), zone)).orElse("–")));
    }
}
