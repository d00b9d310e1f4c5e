package vn.quantriet.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.quantriet.editing.Comment;
import vn.quantriet.editing.Decision;
import vn.quantriet.editing.DraftChangedElsewhere;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftInOtherState;
import vn.quantriet.editing.DraftNotFound;
import vn.quantriet.editing.DraftNotReady;
import vn.quantriet.editing.DraftPictures;
import vn.quantriet.editing.DraftState;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.editing.DraftWriting;
import vn.quantriet.editing.EditingDesk;
import vn.quantriet.editing.PartChange;
import vn.quantriet.editing.Releasing;
import vn.quantriet.editing.Reviewing;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.EmptyState;

/** What a draft changes, part by part, what is said of it, and what becomes of it. */
@Route(EditingAddress.REVIEW)
@RolesAllowed({Role.REPORTER_NAME, Role.EDITOR_NAME, Role.ADMINISTRATOR_NAME})
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle, ReleasePanel.Deeds {
    private static final int MOST_SHOWN = 300;

    private final transient EditingDesk desk;
    private final transient DraftWriting writing;
    private final transient DraftPictures pictures;
    private final transient Reviewing reviewing;
    private final transient Releasing releasing;
    private final transient Clock clock;

    private final Div notices = new Div();
    private final Div verdict = new Div();
    private @Nullable DraftSummary draft;

    ReviewView(
            EditingDesk desk,
            DraftWriting writing,
            DraftPictures pictures,
            Reviewing reviewing,
            Releasing releasing,
            Clock clock) {
        this.desk = desk;
        this.writing = writing;
        this.pictures = pictures;
        this.reviewing = reviewing;
        this.releasing = releasing;
        this.clock = clock;
        addClassNames("wrap", "wide", "draft-review");
        notices.addClassName("draft-notices");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("draft").flatMap(DraftId::parse);
        try {
            show(desk.draft(id.orElseThrow(() -> new DraftNotFound(new DraftId(Long.MAX_VALUE)))));
        } catch (DraftNotFound e) {
            removeAll();
            draft = null;
            add(new MissingDraft());
        }
    }

    @Override
    public String getPageTitle() {
        return draft == null
                ? getTranslation("editing.missing.title")
                : getTranslation("editing.review.title", draft.number());
    }

    private void show(DraftSummary asked) {
        removeAll();
        notices.removeAll();
        draft = asked;
        var comments = reviewing.comments(asked.id());
        var people = people(asked, comments);
        MemberProfile author = people.get(asked.author());
        add(new DraftHeading(asked, author == null ? "" : author.fullName()), notices);
        showNotices(asked);
        add(changes(asked, comments, people));
        add(new NewPictures(pictures.of(asked.id())));
        showVerdict(asked);
        add(verdict);
    }

    private Map<MemberId, MemberProfile> people(DraftSummary asked, List<Comment> comments) {
        Set<MemberId> ids = new HashSet<>();
        ids.add(asked.author());
        asked.reviewer().ifPresent(ids::add);
        comments.forEach(comment -> ids.add(comment.author()));
        return desk.people(ids);
    }

    private void showNotices(DraftSummary asked) {
        asked.failure()
                .ifPresent(why -> notices.add(new Notice(
                        getTranslation("editing.failure." + why.name().toLowerCase(Locale.ROOT)))));
        if (asked.state() == DraftState.PUBLISHED) {
            notices.add(new Notice(getTranslation("editing.review.published"))
                    .link("/van-ban/" + asked.text(), getTranslation("editing.review.read")));
        } else if (writing.isReplaced(asked.id())) {
            var notice = new Notice(getTranslation("editing.draft.replaced"));
            if (desk.isMine(asked)) {
                notice.link(EditingAddress.merge(asked.id()), getTranslation("editing.draft.merge"));
            }
            notices.add(notice);
        }
    }

    private Section changes(DraftSummary asked, List<Comment> comments, Map<MemberId, MemberProfile> people) {
        var changes = reviewing.changes(asked.id());
        boolean open = asked.state() != DraftState.PUBLISHED;
        var section = new Section(new H2(getTranslation("editing.review.changes", String.valueOf(changes.size()))));
        section.addClassName("review-changes");
        if (changes.isEmpty()) {
            section.add(new EmptyState(
                    getTranslation("editing.review.nothing"), getTranslation("editing.review.nothing.why")));
        }
        List<Comment> rest = new ArrayList<>(comments);
        for (var change : changes.subList(0, Math.min(MOST_SHOWN, changes.size()))) {
            var of = comments.stream()
                    .filter(c -> c.path().equals(change.path()) && c.part().equals(change.part()))
                    .toList();
            rest.removeAll(of);
            section.add(change(
                    change,
                    new PartComments(reviewing, asked.id(), people, clock)
                            .of(change.path(), change.part(), of, open, this::again)));
        }
        if (changes.size() > MOST_SHOWN) {
            section.add(
                    new Paragraph(getTranslation("editing.review.more", String.valueOf(changes.size() - MOST_SHOWN))));
        }
        var whole = new Div(
                new H3(getTranslation("editing.review.whole")),
                new PartComments(reviewing, asked.id(), people, clock).of("", "", rest, open, this::again));
        whole.addClassNames("card", "change");
        section.add(whole);
        return section;
    }

    private Div change(PartChange change, Component comments) {
        String kind = change.isAdded()
                ? "editing.review.added"
                : change.isRemoved() ? "editing.review.removed" : "editing.review.reworded";
        String part = change.part().isEmpty()
                ? getTranslation("editing.review.front")
                : change.part().replaceFirst("^#+\\s*", "");
        var place = new Paragraph(getTranslation("editing.review.place", change.path(), getTranslation(kind)));
        place.addClassName("eyebrow");
        var words = new SideBySide();
        if (!change.isAdded()) {
            words.side("editing.review.before", DifferenceHtml.before(change.before()));
        }
        if (!change.isRemoved()) {
            words.side("editing.review.after", DifferenceHtml.after(change.after()));
        }
        var card = new Div(place, new H3(part), words, comments);
        card.addClassNames("card", "change");
        return card;
    }

    private void showVerdict(DraftSummary asked) {
        verdict.removeAll();
        boolean mine = desk.isMine(asked);
        boolean agreed = asked.state().isReleasable();
        List<Decision> decisions =
                asked.state() == DraftState.IN_REVIEW || agreed ? releasing.decisions(asked.id()) : List.of();
        verdict.add(new Decisions(releasing, asked, decisions, () -> showVerdict(asked)));
        if (asked.state() == DraftState.IN_REVIEW && desk.mayReview(asked)) {
            verdict.add(judgement(asked));
        }
        if (asked.state() == DraftState.IN_REVIEW && mine) {
            verdict.add(new Notice(getTranslation("editing.review.waiting")));
        }
        if (agreed) {
            verdict.add(new ReleasePanel(asked, decisions.stream().allMatch(Decision::isMade), this, clock));
        }
        var foot = new Div();
        foot.addClassName("actions");
        if (mine && asked.state().isWritable()) {
            var back = new Anchor(EditingAddress.draft(asked.id()), getTranslation("editing.desk.continue"));
            back.addClassNames("btn", "main");
            foot.add(back);
        }
        if (mine && (asked.state() == DraftState.IN_REVIEW || agreed)) {
            foot.add(button("editing.review.withdraw", "quiet", () -> {
                reviewing.withdraw(asked.id());
                go(EditingAddress.draft(asked.id()));
            }));
        }
        verdict.add(foot);
    }

    private Section judgement(DraftSummary asked) {
        var why = new TextArea(getTranslation("editing.review.why"));
        why.setWidthFull();
        var panel = new Section(new H2(getTranslation("editing.review.verdict")));
        panel.addClassNames("card", "judgement");
        var actions = new Div(
                button("editing.review.approve", "main", () -> {
                    reviewing.approve(asked.id(), asked.version());
                    again();
                }),
                button("editing.review.sendBack", "", () -> {
                    reviewing.sendBack(asked.id(), why.getValue(), asked.version());
                    again();
                }));
        actions.addClassName("actions");
        panel.add(new NativeDetails(getTranslation("editing.review.addWhy"), why), actions);
        return panel;
    }

    @Override
    public SerializableConsumer<DraftSummary> now() {
        return asked -> attempt(() -> {
            releasing.publish(asked.id());
            again();
        });
    }

    @Override
    public void at(DraftSummary asked, Instant when) {
        attempt(() -> {
            releasing.schedule(asked.id(), when);
            again();
        });
    }

    @Override
    public SerializableConsumer<DraftSummary> never() {
        return asked -> attempt(() -> {
            releasing.unschedule(asked.id());
            again();
        });
    }

    private void again() {
        if (draft != null) {
            show(desk.draft(draft.id()));
        }
    }

    /** What cannot be done is said where the page begins, with the draft as it is now. */
    private void attempt(SerializableRunnable deed) {
        try {
            deed.run();
        } catch (DraftNotReady e) {
            again();
            if (notices.getComponentCount() == 0) {
                notices.add(new Notice(
                        getTranslation("editing.failure." + e.why().name().toLowerCase(Locale.ROOT))));
            }
        } catch (DraftInOtherState | DraftChangedElsewhere e) {
            again();
            notices.add(new Notice(getTranslation("editing.refused.state")));
        }
    }

    private void go(String address) {
        getUI().ifPresent(ui -> Going.to(ui, address));
    }

    private NativeButton button(String key, String kind, SerializableRunnable then) {
        var button = new NativeButton(getTranslation(key), e -> attempt(then));
        button.addClassName("btn");
        if (!kind.isEmpty()) {
            button.addClassName(kind);
        }
        return button;
    }
}
