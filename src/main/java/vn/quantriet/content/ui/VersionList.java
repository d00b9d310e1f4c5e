package vn.quantriet.content.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.quantriet.content.Author;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.TextHistory.Version;
import vn.quantriet.ui.Chip;

/** Versions of a text, newest first, of which two are chosen to be compared. */
class VersionList extends Div {
    private final transient HistoryAddress address;
    private final ZoneId zone;
    private String earlier;
    private String later;

    /**
     * @param versions of this page, one more than are shown when there is a next page
     * @param newest whether the first of them is the text as it is
     * @param back called with a version that the text shall return to; absent when the member may not
     */
    VersionList(
            HistoryAddress address,
            List<Version> versions,
            boolean newest,
            ZoneId zone,
            Optional<SerializableConsumer<Version>> back) {
        this.address = address;
        this.zone = zone;
        this.later = address.later().orElse(versions.getFirst().commit());
        this.earlier = address.earlier()
                .orElse(versions.get(Math.min(1, versions.size() - 1)).commit());
        var list = new UnorderedList();
        list.addClassName("version-list");
        for (int i = 0; i < versions.size(); i++) {
            list.add(item(
                    versions.get(i),
                    Optional.of(i + 1).filter(next -> next < versions.size()).map(versions::get),
                    newest && i == 0,
                    versions.size() > 1,
                    back));
        }
        addClassNames("card", "versions");
        add(list);
        if (versions.size() > 1) {
            var compare = new NativeButton(getTranslation("content.history.compare"), this::compare);
            compare.addClassName("btn");
            var foot = new Div(compare);
            foot.addClassName("versions-foot");
            add(foot);
        }
    }

    private ListItem item(
            Version version,
            Optional<Version> previous,
            boolean isPresent,
            boolean several,
            Optional<SerializableConsumer<Version>> back) {
        var moment = Moments.of(version.at(), zone);
        var choice =
                new Div(choice("tu", "content.history.from", version), choice("den", "content.history.to", version));
        choice.addClassName("version-choice");
        var message = new Paragraph(words(version));
        message.addClassName("version-words");
        var words = new Div(
                message, new Paragraph(getTranslation("content.history.by", moment, author(version), files(version))));
        var actions = new Div();
        actions.addClassName("version-actions");
        previous.ifPresent(before -> actions.add(
                link(address.comparing(before.commit(), version.commit()), "content.history.changes", moment)));
        if (isPresent) {
            actions.add(new Chip(getTranslation("content.history.present"), Chip.Tone.DONE));
        } else {
            back.ifPresent(then -> actions.add(returnButton(version, moment, then)));
        }
        var item = several ? new ListItem(choice, words, actions) : new ListItem(words, actions);
        item.addClassName("version");
        item.setClassName(
                "chosen",
                address.earlier().filter(version.commit()::equals).isPresent()
                        || address.later().filter(version.commit()::equals).isPresent());
        return item;
    }

    private NativeButton returnButton(Version version, String moment, SerializableConsumer<Version> then) {
        var button = new NativeButton(getTranslation("content.history.return"), e -> then.accept(version));
        button.addClassNames("btn", "small");
        button.setAriaLabel(getTranslation("content.history.return.of", moment));
        return button;
    }

    /** A plain radio button, whose group is made by its name. */
    private NativeLabel choice(String name, String key, Version version) {
        var radio = new Element("input");
        radio.setAttribute("type", "radio");
        radio.setAttribute("name", name);
        radio.setAttribute("aria-label", getTranslation(key + ".of", Moments.of(version.at(), zone), words(version)));
        boolean from = name.equals("tu");
        if (version.commit().equals(from ? earlier : later)) {
            radio.setAttribute("checked", true);
        }
        radio.addEventListener("change", e -> {
            if (from) {
                earlier = version.commit();
            } else {
                later = version.commit();
            }
        });
        var label = new NativeLabel();
        label.getElement().appendChild(radio);
        label.add(new Span(getTranslation(key)));
        return label;
    }

    private void compare(ClickEvent<NativeButton> click) {
        var chosen = address.comparing(earlier, later);
        getUI().ifPresent(ui -> ui.navigate(chosen.path(), chosen.query()));
    }

    private Anchor link(HistoryAddress to, String key, String moment) {
        var link = new Anchor(to.href(), getTranslation(key));
        link.addClassNames("btn", "small", "quiet");
        link.setAriaLabel(getTranslation(key + ".of", moment));
        return link;
    }

    private String words(Version version) {
        return version.author().equals(Author.LIBRARY)
                ? getTranslation("content.history.folder")
                : version.message().lines().findFirst().orElse("");
    }

    private String author(Version version) {
        return version.author().name();
    }

    private String files(Version version) {
        return version.files().stream().sorted().map(this::file).distinct().collect(Collectors.joining(", "));
    }

    private String file(String path) {
        return switch (path) {
            case Manuscript.TEXT -> getTranslation("content.history.file.text");
            case Manuscript.KEY_POINTS -> getTranslation("content.history.file.keyPoints");
            case Manuscript.QUIZ -> getTranslation("content.history.file.quiz");
            default ->
                Manuscript.isDeck(path) ? getTranslation("content.history.file.deck", Manuscript.deckName(path)) : path;
        };
    }
}
