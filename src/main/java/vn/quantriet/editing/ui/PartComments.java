package vn.quantriet.editing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.quantriet.editing.Comment;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.Reviewing;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;

/** What is said of one part of a draft, and a field to say more. */
class PartComments extends Div {
    private static final int LONGEST = 4000;

    private final transient Reviewing reviewing;
    private final transient Map<MemberId, MemberProfile> people;
    private final transient Clock clock;
    private final DraftId draft;

    PartComments(Reviewing reviewing, DraftId draft, Map<MemberId, MemberProfile> people, Clock clock) {
        this.reviewing = reviewing;
        this.draft = draft;
        this.people = people;
        this.clock = clock;
        addClassName("part-comments");
    }

    /** @param onChange called after anything was said or settled */
    PartComments of(String path, String part, List<Comment> comments, boolean open, SerializableRunnable onChange) {
        if (!comments.isEmpty()) {
            var list = new UnorderedList();
            comments.forEach(comment -> list.add(new ListItem(comment(comment, open, onChange))));
            add(list);
        }
        if (open) {
            add(form(path, part, onChange));
        }
        return this;
    }

    private Div comment(Comment comment, boolean open, SerializableRunnable onChange) {
        var who = people.get(comment.author());
        var about = new Span(getTranslation(
                "editing.comment.by", who == null ? "" : who.fullName(), Moment.of(comment.writtenAt(), clock)));
        about.addClassName("eyebrow");
        var row = new Div(about, new Paragraph(comment.body()));
        row.addClassName("comment");
        row.setClassName("is-settled", !comment.isOpen());
        if (open) {
            var settle = new NativeButton(
                    getTranslation(comment.isOpen() ? "editing.comment.settle" : "editing.comment.reopen"), e -> {
                        reviewing.settle(draft, comment.id(), comment.isOpen());
                        onChange.run();
                    });
            settle.addClassNames("btn", "quiet", "small");
            row.add(settle);
        } else if (!comment.isOpen()) {
            row.add(new Span(getTranslation("editing.comment.settled")));
        }
        return row;
    }

    private NativeDetails form(String path, String part, SerializableRunnable onChange) {
        var words = new TextArea(getTranslation("editing.comment.words"));
        words.setMaxLength(LONGEST);
        words.setWidthFull();
        var say = new NativeButton(getTranslation("editing.comment.say"), e -> {
            if (!words.getValue().isBlank()) {
                reviewing.comment(draft, path, part, words.getValue());
                onChange.run();
            }
        });
        say.addClassNames("btn", "small");
        return new NativeDetails(getTranslation("editing.comment.add"), new Div(words, say));
    }
}
