package vn.quantriet.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Manuscript;
import vn.quantriet.editing.ClauseFinder;
import vn.quantriet.editing.DraftChangedElsewhere;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftInOtherState;
import vn.quantriet.editing.DraftNotFound;
import vn.quantriet.editing.DraftNotReady;
import vn.quantriet.editing.DraftPictures;
import vn.quantriet.editing.DraftSummary;
import vn.quantriet.editing.DraftWriting;
import vn.quantriet.editing.DraftWriting.CopyEntry;
import vn.quantriet.editing.DraftWriting.FileEntry;
import vn.quantriet.editing.EditingDesk;
import vn.quantriet.editing.Failure;
import vn.quantriet.editing.FileRefused;
import vn.quantriet.editing.Reviewing;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.organisation.Role;
import vn.quantriet.ui.Confirmation;

/** Where a draft is written, file by file. It holds the draft's number; the words are in the browser and in the database. */
@Route(EditingAddress.DRAFT)
@RolesAllowed({Role.REPORTER_NAME, Role.EDITOR_NAME, Role.ADMINISTRATOR_NAME})
class EditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String FILE = "tep";

    private final transient EditingDesk desk;
    private final transient DraftWriting writing;
    private final transient Reviewing reviewing;
    private final transient ClauseFinder clauses;
    private final transient DraftPictures pictures;
    private final transient Clock clock;

    private final Div notices = new Div();
    private final FileTabs tabs = new FileTabs();
    private final Div put = new Div();
    private final Div foot = new Div();
    private @Nullable DraftSummary draft;
    private @Nullable EditorElement editor;
    private @Nullable InsertTools tools;
    private String path = Manuscript.TEXT;

    EditorView(
            EditingDesk desk,
            DraftWriting writing,
            Reviewing reviewing,
            ClauseFinder clauses,
            DraftPictures pictures,
            Clock clock) {
        this.desk = desk;
        this.writing = writing;
        this.reviewing = reviewing;
        this.clauses = clauses;
        this.pictures = pictures;
        this.clock = clock;
        addClassNames("wrap", "wide", "draft-desk");
        notices.addClassName("draft-notices");
        foot.addClassNames("actions", "draft-foot");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<DraftId> id = event.getRouteParameters().get("draft").flatMap(DraftId::parse);
        String file = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(FILE)
                .orElse(Manuscript.TEXT);
        try {
            var asked = desk.draft(id.orElseThrow(() -> new DraftNotFound(new DraftId(Long.MAX_VALUE))));
            if (!desk.isMine(asked)) {
                event.forwardTo(EditingAddress.review(asked.id()).substring(1));
                return;
            }
            show(asked, file);
        } catch (DraftNotFound e) {
            removeAll();
            editor = null;
            draft = null;
            add(new MissingDraft());
        }
    }

    @Override
    public String getPageTitle() {
        return draft == null
                ? getTranslation("editing.missing.title")
                : getTranslation("editing.draft.title", draft.number());
    }

    /** The element stays while files of one draft are changed, so that nothing typed meanwhile is lost. */
    private void show(DraftSummary asked, String file) {
        var files = writing.files(asked.id());
        path = files.stream()
                .map(FileEntry::path)
                .filter(file::equals)
                .findFirst()
                .orElse(Manuscript.TEXT);
        if (editor == null || draft == null || !draft.id().equals(asked.id())) {
            removeAll();
            editor = new EditorElement(asked.id(), String.valueOf(asked.author().value()));
            tools = new InsertTools(editor, clauses, pictures);
            add(heading(asked), notices, tabs, tools, editor, put, foot);
        }
        draft = asked;
        boolean writable = asked.state().isWritable();
        tabs.show(asked.id(), files, path, writable, this::addFile);
        if (tools != null) {
            tools.setVisible(writable);
            tools.show(asked.id(), path);
        }
        editor.open(path);
        showNotices(asked);
        showCopies(asked, writable);
        showFoot(asked, writable);
    }

    private Component heading(DraftSummary asked) {
        MemberProfile author = desk.people(List.of(asked.author())).get(asked.author());
        return new DraftHeading(asked, author == null ? "" : author.fullName());
    }

    private void showNotices(DraftSummary asked) {
        notices.removeAll();
        if (!asked.state().isWritable()) {
            notices.add(new Notice(getTranslation("editing.draft.closed"))
                    .link(EditingAddress.review(asked.id()), getTranslation("editing.draft.toReview")));
        }
        long open =
                reviewing.comments(asked.id()).stream().filter(c -> c.isOpen()).count();
        if (asked.state().isWritable() && open > 0) {
            notices.add(new Notice(getTranslation("editing.draft.comments", String.valueOf(open)))
                    .link(EditingAddress.review(asked.id()), getTranslation("editing.draft.toComments")));
        }
        if (writing.isReplaced(asked.id())) {
            notices.add(replaced(asked));
        }
    }

    private Notice replaced(DraftSummary asked) {
        return new Notice(getTranslation("editing.draft.replaced"))
                .link(EditingAddress.merge(asked.id()), getTranslation("editing.draft.merge"));
    }

    private void showCopies(DraftSummary asked, boolean writable) {
        put.removeAll();
        var copies = writing.copies(asked.id());
        if (copies.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("draft-copies");
        copies.forEach(copy -> list.add(new ListItem(copy(asked, copy, writable))));
        put.add(new NativeDetails(getTranslation("editing.copies.title", String.valueOf(copies.size())), list));
    }

    private Div copy(DraftSummary asked, CopyEntry copy, boolean writable) {
        var row =
                new Div(new Span(getTranslation("editing.copies.entry", copy.path(), Moment.of(copy.keptAt(), clock))));
        row.addClassName("draft-copy");
        var words = new Div();
        words.addClassName("draft-theirs");
        row.add(button(
                "editing.copies.show",
                "quiet",
                () -> writing.copy(asked.id(), copy.id())
                        .ifPresent(body -> words.getElement().executeJs("this.textContent = $0", body))));
        if (writable) {
            row.add(button("editing.copies.restore", "quiet", () -> restore(asked, copy)));
        }
        row.add(words);
        return row;
    }

    private void restore(DraftSummary asked, CopyEntry copy) {
        new Confirmation(
                        "editing.copies.restore",
                        copy.path(),
                        () -> kept(() -> {
                            writing.restore(asked.id(), copy.id());
                            go(EditingAddress.file(asked.id(), copy.path()));
                            if (editor != null) {
                                editor.reopen();
                            }
                        }))
                .open();
    }

    private void showFoot(DraftSummary asked, boolean writable) {
        foot.removeAll();
        if (!writable) {
            return;
        }
        foot.add(button("editing.draft.send", "main", () -> kept(this::send)));
        var changes = new Anchor(EditingAddress.review(asked.id()), getTranslation("editing.draft.changes"));
        changes.addClassName("btn");
        foot.add(changes);
        if (!path.equals(Manuscript.TEXT)) {
            foot.add(button("editing.draft.remove", "quiet", this::confirmRemove));
        }
        foot.add(button("editing.draft.discard", "quiet", this::confirmDiscard));
    }

    private void kept(SerializableRunnable then) {
        if (editor != null) {
            editor.whenKept(then);
        }
    }

    void send() {
        DraftSummary now = draft;
        if (now == null) {
            return;
        }
        try {
            reviewing.send(now.id());
            go(EditingAddress.review(now.id()));
        } catch (DraftNotReady e) {
            notices.removeAll();
            notices.add(
                    e.why() == Failure.REPLACED
                            ? replaced(now)
                            : new Notice(getTranslation(
                                    "editing.failure." + e.why().name().toLowerCase(Locale.ROOT))));
        } catch (DraftChangedElsewhere | DraftInOtherState e) {
            notices.removeAll();
            notices.add(new Notice(getTranslation("editing.refused.state"))
                    .link(EditingAddress.review(now.id()), getTranslation("editing.draft.toReview")));
        }
    }

    private void addFile(String newPath) {
        DraftSummary now = draft;
        if (now == null) {
            return;
        }
        kept(() -> {
            try {
                writing.add(now.id(), newPath);
                go(EditingAddress.file(now.id(), newPath));
            } catch (FileRefused e) {
                notices.add(new Notice(
                        getTranslation("editing.refused." + e.reason().name().toLowerCase(Locale.ROOT))));
            }
        });
    }

    private void confirmRemove() {
        DraftSummary now = draft;
        if (now != null) {
            new Confirmation(
                            "editing.remove",
                            path,
                            () -> kept(() -> {
                                writing.remove(now.id(), path);
                                go(EditingAddress.draft(now.id()));
                            }))
                    .open();
        }
    }

    private void confirmDiscard() {
        DraftSummary now = draft;
        if (now != null) {
            new Confirmation("editing.discard", now.number(), () -> {
                        desk.discard(now.id());
                        go(EditingAddress.desk());
                    })
                    .open();
        }
    }

    private void go(String address) {
        getUI().ifPresent(ui -> Going.to(ui, address));
    }

    private NativeButton button(String key, String kind, SerializableRunnable then) {
        var button = new NativeButton(getTranslation(key), e -> then.run());
        button.addClassNames("btn", kind);
        return button;
    }
}
