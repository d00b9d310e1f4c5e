package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.DeckPublishing.DeckHasProblems;
import vn.quantriet.content.DeckPublishing.DeckReplacedMeanwhile;
import vn.quantriet.content.DeckPublishing.Source;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.TextFinder;
import vn.quantriet.lectures.DeckAddress;
import vn.quantriet.lectures.DeckDesk;
import vn.quantriet.lectures.DeckFile;
import vn.quantriet.lectures.DeckOfAnother;
import vn.quantriet.lectures.Draft;
import vn.quantriet.lectures.DraftChangedElsewhere;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.Confirmation;
import vn.quantriet.ui.EmptyState;

/** Where a reporter brings or writes a deck, sees it checked, and publishes it. Every change is kept as a draft. */
@Route("bai-giang/soan")
@RolesAllowed(Role.REPORTER_NAME)
class DeckUploadView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(DeckUploadView.class);

    private final transient DeckDesk desk;
    private final transient Library library;
    private final transient Clock clock;

    private final DeckChoice choice;
    private final DeckFileDrop files;
    private final DeckEditor editor;
    private final Div notices = new Div();
    private final Paragraph saved = new Paragraph();
    private final NativeButton publish = new NativeButton();

    private @Nullable DeckId deck;
    private String fileName = "";
    private OptionalInt version = OptionalInt.empty();

    /** Hash of the published deck that the text on the desk was made from; null when there was none. */
    private @Nullable String base;

    DeckUploadView(DeckDesk desk, SlidePages pages, Library library, TextFinder finder, Clock clock) {
        this.desk = desk;
        this.library = library;
        this.clock = clock;
        this.choice = new DeckChoice(finder, this::moveTo);
        this.files = new DeckFileDrop(this::bring);
        this.editor = new DeckEditor(pages, this::edited);
        addClassNames("wrap", "deck-desk");
        publish.setText(getTranslation("lectures.desk.publish"));
        publish.addClassNames("btn", "main");
        publish.addClickListener(e -> confirmPublish());
        saved.addClassName("sub");
        saved.getElement().setAttribute("role", "status");
        var foot = new Div(publish, saved);
        foot.addClassName("actions");
        add(heading(), choice, notices, files, editor, foot);
        setOpen(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        query.getSingleParameter("vb")
                .filter(ResolutionId::isValid)
                .flatMap(id -> library.resolution(new ResolutionId(id)))
                .ifPresent(text -> {
                    choice.select(text, query.getSingleParameter("bai").filter(DeckId::isValidName));
                    choice.deck().ifPresent(this::open);
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("lectures.desk.title");
    }

    private Div heading() {
        var sub = new Paragraph(getTranslation("lectures.desk.sub"));
        sub.addClassName("sub");
        var template = new Anchor(DeckAddress.TEMPLATE, getTranslation("lectures.desk.template"));
        template.setDownload(true);
        template.setRouterIgnore(true);
        template.addClassName("btn");
        var heading = new Div(new Div(new H1(getTranslation("lectures.desk.title")), sub), template);
        heading.addClassNames("page-heading", "with-action");
        return heading;
    }

    /** Begins with my draft of the deck, or else with the deck in service, or else with what is already written here. */
    private void open(DeckId chosen) {
        deck = chosen;
        Optional<Draft> draft = desk.draft(chosen);
        version = draft.map(d -> OptionalInt.of(d.version())).orElse(OptionalInt.empty());
        fileName = draft.map(Draft::fileName).orElse("");
        if (draft.isPresent()) {
            base = draft.get().baseHash().orElse(null);
            editor.setMarkdown(draft.get().markdown());
        } else {
            begin(desk.published(chosen));
        }
        saved.setText(
                draft.isPresent()
                        ? getTranslation("lectures.desk.draft.opened")
                        : getTranslation("lectures.desk.draft.none"));
        setOpen(true);
        check();
    }

    private void begin(Optional<Source> published) {
        base = published.map(Source::hash).orElse(null);
        published.map(Source::markdown).ifPresent(editor::setMarkdown);
    }

    /** The reporter chose another text or name: the draft goes with them. */
    private void moveTo(DeckId chosen) {
        DeckId before = deck;
        if (before == null || editor.markdown().isBlank() && version.isEmpty()) {
            open(chosen);
        } else if (desk.draft(chosen).isPresent() && !chosen.equals(before)) {
            stayWith(before, getTranslation("lectures.desk.name.draft", chosen.name()));
        } else {
            rename(before, chosen);
        }
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address()));
    }

    private void rename(DeckId before, DeckId chosen) {
        try {
            if (version.isPresent() && !chosen.equals(before)) {
                version = OptionalInt.of(
                        desk.rename(before, chosen, version.getAsInt()).version());
            }
            if (!chosen.equals(before)) {
                base = null;
            }
            deck = chosen;
            check();
        } catch (DraftChangedElsewhere e) {
            stayWith(before, getTranslation("lectures.desk.conflict"));
            showConflict(before);
        }
    }

    private void stayWith(DeckId before, String why) {
        choice.refuse(library.resolution(before.resolution()), before.name(), why);
    }

    private Location address() {
        String address = deck == null ? DeckAddress.DESK : DeckAddress.edit(deck);
        return new Location(address.substring(1));
    }

    private void bring(DeckFile file) {
        if (editor.markdown().isBlank() || editor.markdown().equals(file.markdown())) {
            take(file);
        } else {
            new Confirmation("lectures.desk.overwrite", file.name(), () -> take(file)).open();
        }
    }

    private void take(DeckFile file) {
        String slug = file.slug();
        DeckId now = deck;
        if (now != null && DeckId.isValidName(slug)) {
            var named = new DeckId(now.resolution(), slug);
            if (desk.draft(named).isEmpty() && choice.suggest(slug)) {
                moveTo(named);
            }
        }
        fileName = file.name();
        editor.setMarkdown(file.markdown());
        edited();
    }

    private void edited() {
        DeckId now = deck;
        if (now != null && save(now)) {
            check();
        }
    }

    /** Returns false when somebody else's change is in the way, of which the page then tells. */
    private boolean save(DeckId now) {
        String markdown = editor.markdown();
        if (markdown.isBlank() && version.isEmpty()) {
            return true;
        }
        if (DeckFile.isTooLarge(markdown)) {
            saved.setText(getTranslation("lectures.desk.file.large"));
            return true;
        }
        try {
            version = OptionalInt.of(desk.save(now, fileName, markdown, version, Optional.ofNullable(base))
                    .version());
            saved.setText(getTranslation("lectures.desk.draft.saved", TimeOfDay.of(LocalTime.now(clock))));
            return true;
        } catch (DraftChangedElsewhere e) {
            showConflict(now);
            return false;
        }
    }

    private void check() {
        notices.removeAll();
        publish.setEnabled(false);
        DeckId now = deck;
        if (now == null || editor.markdown().isBlank()) {
            editor.showNothing();
            return;
        }
        if (replaces(now)) {
            notices.add(new DeskNotice(getTranslation("lectures.desk.replaces", now.name())));
        }
        if (!DeckFile.isTooLarge(editor.markdown())) {
            var checked = desk.check(now, editor.markdown());
            editor.show(checked);
            publish.setEnabled(checked.isGood());
        }
    }

    private boolean replaces(DeckId id) {
        return library.listing(id.resolution()).stream()
                .flatMap(listing -> listing.decks().stream())
                .anyMatch(deck -> deck.id().equals(id));
    }

    private void confirmPublish() {
        DeckId now = deck;
        if (now == null) {
            return;
        }
        if (replaces(now)) {
            new Confirmation("lectures.desk.replace", now.name(), () -> publish(now)).open();
        } else {
            publish(now);
        }
    }

    void publish(DeckId now) {
        try {
            desk.publish(now, editor.markdown(), version, Optional.ofNullable(base));
            showPublished(now);
        } catch (DeckHasProblems e) {
            editor.showProblems(e.problems());
            publish.setEnabled(false);
        } catch (DraftChangedElsewhere e) {
            showConflict(now);
        } catch (DeckReplacedMeanwhile e) {
            showReplaced(now);
        } catch (DeckOfAnother e) {
            say(new DeskNotice(getTranslation("lectures.desk.another", e.author())));
        } catch (UncheckedIOException e) {
            LOG.error("deck {} could not be published", now, e);
            say(new DeskNotice(getTranslation("lectures.desk.failed")));
        }
    }

    private void showPublished(DeckId now) {
        removeAll();
        add(
                new H1(getTranslation("lectures.desk.title")),
                new EmptyState(
                        getTranslation("lectures.desk.published"),
                        getTranslation("lectures.desk.published.where"),
                        link(DeckAddress.read(now), "lectures.desk.published.read", "main"),
                        link(DeckAddress.present(now), "lectures.list.present", "quiet"),
                        link("/van-ban/" + now.resolution(), "lectures.desk.published.text", "quiet")));
    }

    private void say(DeskNotice notice) {
        notices.removeAll();
        notices.add(notice);
    }

    /** Somebody published another version of the deck: either that one, or this one instead of it. */
    private void showReplaced(DeckId now) {
        publish.setEnabled(false);
        say(new DeskNotice(getTranslation("lectures.desk.replaced"))
                .offer(getTranslation("lectures.desk.replaced.theirs"), () -> takePublished(now))
                .offer(getTranslation("lectures.desk.replaced.mine"), () -> publishInstead(now)));
    }

    private void takePublished(DeckId now) {
        begin(desk.published(now));
        edited();
    }

    private void publishInstead(DeckId now) {
        base = desk.published(now).map(Source::hash).orElse(null);
        if (save(now)) {
            check();
            publish(now);
        }
    }

    private void showConflict(DeckId now) {
        publish.setEnabled(false);
        saved.setText("");
        say(new DeskNotice(getTranslation("lectures.desk.conflict"))
                .offer(getTranslation("lectures.desk.conflict.theirs"), () -> open(now))
                .offer(getTranslation("lectures.desk.conflict.mine"), () -> keepMine(now)));
    }

    private void keepMine(DeckId now) {
        version = desk.draft(now).map(d -> OptionalInt.of(d.version())).orElse(OptionalInt.empty());
        edited();
    }

    private void setOpen(boolean open) {
        files.setEnabledForFiles(open);
        editor.setWritable(open);
        publish.setEnabled(false);
    }

    private Anchor link(String href, String key, String kind) {
        var link = new Anchor(href, getTranslation(key));
        link.addClassNames("btn", kind);
        return link;
    }
}
