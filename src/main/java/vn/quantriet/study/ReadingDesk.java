package vn.quantriet.study;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.Problem;
import vn.quantriet.content.ReadingPanel;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.Unit;

/** Gathers all that the reading page shows of one text besides its words. */
@Service
@Transactional(readOnly = true)
class ReadingDesk {

    private final Library library;
    private final StudyDesk desk;
    private final Reading reading;
    private final List<ReadingPanel> panels;
    private final CurrentMember current;

    ReadingDesk(Library library, StudyDesk desk, Reading reading, List<ReadingPanel> panels, CurrentMember current) {
        this.library = library;
        this.desk = desk;
        this.reading = reading;
        this.panels = List.copyOf(panels);
        this.current = current;
    }

    /**
     * A text as the acting member finds it.
     *
     * @param noteUnits units for which the member may write local notes
     * @param problems of the text's files, told only to those who can have them mended
     */
    record Open(
            StudyDesk.Task task,
            Map<ClauseId, Double> shares,
            List<ReadingPanel.ThreadItem> items,
            List<ReadingPanel.Further> further,
            List<Unit> noteUnits,
            List<Problem> problems) {}

    /** @throws vn.quantriet.content.ResolutionNotFound when there is no such text */
    public Open open(ResolutionId id) {
        Holding holding = library.get(id);
        StudyDesk.Task task = desk.task(holding);
        return new Open(
                task,
                reading.shares(holding.resolution()),
                panels.stream()
                        .flatMap(panel -> panel.items(holding).stream())
                        .sorted(Comparator.comparing(ReadingPanel.ThreadItem::kind))
                        .toList(),
                panels.stream().flatMap(panel -> panel.further(id).stream()).toList(),
                current.unitsAs(Role.SECRETARY),
                mayMendContent() ? library.problems(id) : List.of());
    }

    private boolean mayMendContent() {
        return current.roles().stream().anyMatch(role -> role != Role.MEMBER);
    }
}
