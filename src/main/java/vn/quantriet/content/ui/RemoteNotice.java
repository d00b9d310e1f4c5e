package vn.quantriet.content.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import vn.quantriet.content.RemoteLibrary;
import vn.quantriet.content.RemoteLibrary.Side;
import vn.quantriet.content.RemoteLibrary.TextConflict;
import vn.quantriet.content.TextHistory.Conflict;
import vn.quantriet.content.library.Custodians;

/** How the library stands to its remote repository, and what is to be decided. */
class RemoteNotice extends Div {
    private final transient RemoteLibrary remote;

    RemoteNotice(RemoteLibrary remote, Clock clock) {
        this.remote = remote;
        addClassNames("card", "remote");
        var state = remote.state();
        var line = new Paragraph(
                switch (state.phase()) {
                    case OFF, STARTING -> getTranslation("content.remote.starting");
                    case IN_STEP -> getTranslation("content.remote.inStep", last(state, clock));
                    case SAMPLES -> getTranslation("content.remote.samples");
                    case HELD -> getTranslation("content.remote.held", last(state, clock));
                    case CONFLICT -> getTranslation("content.remote.conflict", last(state, clock));
                    case UNREACHABLE -> getTranslation("content.remote.unreachable", last(state, clock));
                    case REFUSED -> getTranslation("content.remote.refused", last(state, clock));
                    case UNUSABLE -> getTranslation("content.remote.unusable");
                    case FAILED -> getTranslation("content.remote.failed", last(state, clock));
                });
        line.getElement().setAttribute("role", "status");
        add(line);
        state.conflicts().forEach(conflict -> add(conflict(conflict)));
    }

    private String last(RemoteLibrary.State state, Clock clock) {
        return state.inStepAt()
                .map(moment -> Moments.of(moment, clock.getZone()))
                .orElse(getTranslation("content.remote.never"));
    }

    private Component conflict(TextConflict conflict) {
        var parts = new UnorderedList();
        conflict.parts().forEach(part -> parts.add(new ListItem(part(part))));
        parts.addClassName("problem-list");
        var actions = new Div();
        actions.addClassName("actions");
        if (Custodians.includeReader()) {
            actions.add(
                    button("content.remote.here", conflict, Side.HERE),
                    button("content.remote.there", conflict, Side.THERE));
        }
        var text = new Anchor("/van-ban/" + conflict.text(), conflict.text().value());
        return new Div(new H2(text), parts, actions);
    }

    /** Both wordings, when it is words that differ, to those who decide: others must not read questions and speaker notes. */
    private Component part(Conflict part) {
        var name = part.part().isEmpty()
                ? part.file()
                : part.file() + " · " + part.part().replaceFirst("^#+\\s*", "");
        if (part.mine().isEmpty() && part.theirs().isEmpty() || !Custodians.includeReader()) {
            return new Span(name);
        }
        var sides = new Div(
                side("content.remote.wordsHere", part.mine()), side("content.remote.wordsThere", part.theirs()));
        sides.addClassName("diff-sides");
        return new NativeDetails(name, sides);
    }

    private Div side(String key, String words) {
        var heading = new Paragraph(getTranslation(key));
        heading.addClassName("eyebrow");
        var text = new Paragraph(words.isEmpty() ? getTranslation("content.history.absent") : words);
        text.addClassName("diff-words");
        return new Div(heading, text);
    }

    private NativeButton button(String key, TextConflict conflict, Side side) {
        var button = new NativeButton(getTranslation(key), e -> confirm(key, conflict, side));
        button.addClassName("btn");
        return button;
    }

    private void confirm(String key, TextConflict conflict, Side side) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(key));
        dialog.setText(getTranslation(key + ".text", conflict.text().value()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("content.history.return.cancel"));
        dialog.setConfirmText(getTranslation(key));
        dialog.addConfirmListener(e -> {
            remote.settle(conflict, side);
            removeAll();
            add(new Paragraph(getTranslation("content.remote.settled")));
        });
        dialog.open();
    }
}
