package vn.quantriet.documents.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Library;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.Editors;
import vn.quantriet.documents.ImportId;
import vn.quantriet.documents.ImportNotFound;
import vn.quantriet.documents.ImportState;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Polling;

/** Where a document is brought, read, compared with what was made of it, and handed on as a draft. */
@Route(ImportView.ADDRESS)
@RolesAllowed({Editors.REPORTER, Editors.EDITOR, Editors.ADMINISTRATOR})
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String ADDRESS = "bien-tap/nhap";
    private static final String IMPORT = "ban";

    private final transient DocumentImports imports;
    private final transient Library library;
    private final transient Clock clock;
    private final Div stage = new Div();
    private final ReadingProgress progress = new ReadingProgress(this::cancel);
    private @Nullable ImportId shown;
    private final Polling polling = new Polling(this, this::show);

    ImportView(DocumentImports imports, Library library, Clock clock) {
        this.imports = imports;
        this.library = library;
        this.clock = clock;
        addClassNames("wrap", "document-import");
        stage.addClassName("stage");
        var sub = new Paragraph(getTranslation("documents.import.sub"));
        sub.addClassName("sub");
        add(new H1(getPageTitle()), sub, stage);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(IMPORT)
                .filter(ImportId::isValid)
                .map(ImportId::new)
                .orElse(null);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("documents.import.title");
    }

    private void begun(ImportId id) {
        getUI().ifPresent(ui -> ui.navigate(ImportView.class, QueryParameters.of(IMPORT, id.value())));
    }

    private void cancel() {
        if (shown != null) {
            imports.cancel(shown);
        }
        show();
    }

    private void show() {
        var id = shown;
        if (id == null) {
            polling.watch(false);
            stage.removeAll();
            stage.add(new DocumentDrop(imports, this::begun), new Paragraph(getTranslation("documents.import.kinds")));
            return;
        }
        try {
            show(id, imports.state(id));
        } catch (ImportNotFound e) {
            refuse("documents.import.gone", "documents.import.gone.why");
        }
    }

    private void show(ImportId id, ImportState state) {
        switch (state) {
            case ImportState.Waiting waiting -> {
                showProgress();
                progress.showWaiting();
            }
            case ImportState.Working working -> {
                showProgress();
                progress.show(working);
            }
            case ImportState.Refused refused ->
                refuse(
                        "documents.import.refused",
                        "documents.refused." + refused.reason().name());
            case ImportState.Ready ready -> {
                polling.watch(false);
                stage.removeAll();
                stage.add(new ImportedDocument(imports, id, ready, library, clock), another());
            }
        }
    }

    private void showProgress() {
        if (progress.getParent().isEmpty()) {
            stage.removeAll();
            stage.add(progress);
        }
        polling.watch(true);
    }

    private void refuse(String title, String why) {
        polling.watch(false);
        stage.removeAll();
        stage.add(new EmptyState(getTranslation(title), getTranslation(why), another()));
    }

    private Anchor another() {
        var another = new Anchor(ADDRESS, getTranslation("documents.import.another"));
        another.addClassName("btn");
        return another;
    }
}
