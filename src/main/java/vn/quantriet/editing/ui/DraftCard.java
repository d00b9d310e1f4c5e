package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import vn.quantriet.editing.DraftState;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;

/** One draft on the desk: which text, whose, how far, and the next thing to do with it. */
class DraftCard extends Div {
    private final transient Map<MemberId, MemberProfile> people;
    private final transient Clock clock;

    /** @param mine whether the person at the desk writes it */
    DraftCard(DraftSummary draft, boolean mine, Map<MemberId, MemberProfile> people, Clock clock) {
        this.people = people;
        this.clock = clock;
        addClassNames("card", "draft-card");
        var name = getTranslation("editing.desk.text", draft.number(), draft.title());
        add(new StateChip(draft.state()), new H3(name));
        var about = new Paragraph(about(draft, mine));
        about.addClassName("sub");
        add(about);
        draft.failure().ifPresent(why -> {
            var words =
                    new Paragraph(getTranslation("editing.failure." + why.name().toLowerCase(Locale.ROOT)));
            words.addClassName("draft-failure");
            add(words);
        });
        var actions = new Div();
        actions.addClassName("actions");
        boolean writes = mine && draft.state().isWritable();
        var next = new Anchor(
                writes ? EditingAddress.draft(draft.id()) : EditingAddress.review(draft.id()),
                getTranslation(key(draft, mine, writes)));
        next.addClassName("btn");
        next.setAriaLabel(getTranslation("editing.desk.action", next.getText(), name));
        actions.add(next);
        add(actions);
    }

    private static String key(DraftSummary draft, boolean mine, boolean writes) {
        if (writes) {
            return "editing.desk.continue";
        }
        return draft.state() == DraftState.IN_REVIEW && !mine ? "editing.desk.review" : "editing.desk.look";
    }

    private String about(DraftSummary draft, boolean mine) {
        if (draft.publishAt().isPresent()) {
            return getTranslation(
                    "editing.desk.about.scheduled", Moment.of(draft.publishAt().get(), clock), name(draft.author()));
        }
        if (draft.publishedAt().isPresent()) {
            return getTranslation(
                    "editing.desk.about.published",
                    Moment.of(draft.publishedAt().get(), clock),
                    name(draft.author()));
        }
        if (!mine && draft.sentAt().isPresent()) {
            return getTranslation(
                    "editing.desk.about.sent",
                    name(draft.author()),
                    Moment.of(draft.sentAt().get(), clock));
        }
        return getTranslation("editing.desk.about.changed", Moment.of(draft.updatedAt(), clock));
    }

    private String name(MemberId member) {
        var profile = people.get(member);
        return profile == null ? "" : profile.fullName();
    }
}
