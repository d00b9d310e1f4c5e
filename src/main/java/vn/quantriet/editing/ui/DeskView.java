package vn.quantriet.editing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.editing.EditingDesk;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.EmptyState;

/** The writer's desk: what I write, what waits for my word, what goes out when, and how to begin. */
@Route(EditingAddress.DESK)
@RolesAllowed({Role.REPORTER_NAME, Role.EDITOR_NAME, Role.ADMINISTRATOR_NAME})
@Menu(order = 6, title = "editing.desk.menu")
class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** The text to begin with. */
    private static final String TEXT = "vb";

    private final transient EditingDesk desk;
    private final transient Clock clock;
    private final Beginning beginning;
    private final Anchor bring = new Anchor("/" + EditingAddress.IMPORT);
    private final Anchor searchWords = new Anchor("/" + EditingAddress.SEARCH_WORDS);

    DeskView(EditingDesk desk, Library library, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        addClassNames("wrap", "editing-desk");
        beginning = new Beginning(desk, library);
        add(heading(), beginning);
        var mine = desk.mine();
        var waiting = desk.waiting();
        var agreed = desk.agreed();
        var published = desk.published();
        var people = people(mine, waiting, agreed, published);
        list("editing.desk.waiting", waiting, people);
        if (mine.isEmpty()) {
            var none = new Section(
                    new H2(getTranslation("editing.desk.mine")),
                    new EmptyState(getTranslation("editing.desk.none"), getTranslation("editing.desk.none.why")));
            add(none);
        }
        list("editing.desk.mine", mine, people);
        list("editing.desk.agreed", agreed, people);
        list("editing.desk.published", published, people);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TEXT)
                .filter(ResolutionId::isValid)
                .map(ResolutionId::new)
                .ifPresent(beginning::propose);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("editing.desk.title");
    }

    private Div heading() {
        var sub = new Paragraph(getTranslation("editing.desk.sub"));
        sub.addClassName("sub");
        var heading = new Div(new Div(new H1(getTranslation("editing.desk.title")), sub));
        heading.addClassNames("page-heading", "with-action");
        bring.setText(getTranslation("editing.desk.import"));
        searchWords.setText(getTranslation("editing.desk.searchWords"));
        for (var link : List.of(searchWords, bring)) {
            link.addClassName("btn");
            link.setVisible(false);
            heading.add(link);
        }
        return heading;
    }

    /** Documents are brought in, and search is taught words, by pages of other modules, where there are such. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        bring.setVisible(exists(EditingAddress.IMPORT));
        searchWords.setVisible(desk.isReviewer() && exists(EditingAddress.SEARCH_WORDS));
    }

    private static boolean exists(String route) {
        return RouteConfiguration.forApplicationScope().getRoute(route).isPresent();
    }

    private void list(String key, List<DraftSummary> drafts, Map<MemberId, MemberProfile> people) {
        if (drafts.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("draft-list");
        drafts.forEach(draft -> list.add(new ListItem(new DraftCard(draft, desk.isMine(draft), people, clock))));
        add(new Section(new H2(getTranslation(key)), list));
    }

    @SafeVarargs
    private Map<MemberId, MemberProfile> people(List<DraftSummary>... lists) {
        Set<MemberId> ids = new HashSet<>();
        Stream.of(lists).flatMap(List::stream).forEach(draft -> {
            ids.add(draft.author());
            draft.reviewer().ifPresent(ids::add);
        });
        return desk.people(ids);
    }
}
