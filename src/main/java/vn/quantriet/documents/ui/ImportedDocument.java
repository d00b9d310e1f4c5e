package vn.quantriet.documents.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import vn.quantriet.content.Library;
import vn.quantriet.content.Problem;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.DraftInbox;
import vn.quantriet.documents.ImportId;
import vn.quantriet.documents.ImportState.Ready;
import vn.quantriet.ui.Formats;

/** A document that was read: both sides, what to look at, its front matter, and the way on. */
class ImportedDocument extends Div {
    private static final int MOST_PROBLEMS = 100;

    private final HeadForm form;
    private final Paragraph verdict = new Paragraph();
    private final OrderedList problems = new OrderedList();
    private final NativeButton draft = new NativeButton();

    ImportedDocument(DocumentImports imports, ImportId id, Ready ready, Library library, Clock clock) {
        addClassName("imported");
        var reading = ready.reading();
        form = form(imports, id, ready, library, clock);
        var sides = new SideBySide(imports.sourceHtml(id), imports.resultHtml(id));
        var unclear = new Section(
                new H2(getTranslation(
                        "documents.import.unclear",
                        Formats.number(reading.unclear().size(), getLocale()))),
                new UnclearList(reading.unclear(), sides::jumpTo));
        verdict.getElement().setAttribute("role", "status");
        problems.addClassName("problems");
        add(unclear, sides, new Section(new H2(getTranslation("documents.head.heading")), form), verdict, problems);
        add(actions(imports));
        check();
    }

    private HeadForm form(DocumentImports imports, ImportId id, Ready ready, Library library, Clock clock) {
        var reading = ready.reading();
        return switch (reading.kind()) {
            case TEXT ->
                new TextHeadForm(
                        imports,
                        id,
                        reading.head(),
                        getTranslation("documents.head.source.usual", ready.name(), Formats.date(LocalDate.now(clock))),
                        this::check);
            case DECK -> new DeckHeadForm(imports, id, reading, library, this::check);
            case COPY -> new CopyForm(imports, id, reading, this::check);
        };
    }

    private Div actions(DocumentImports imports) {
        draft.setText(getTranslation("documents.import.draft"));
        draft.addClassNames("btn", "main");
        draft.setVisible(imports.canDraft());
        draft.addClickListener(e -> draft());
        var download = new Anchor("", getTranslation("documents.import.download"));
        var handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = form.markdown().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), form.fileName(), "text/markdown;charset=UTF-8", bytes.length);
        });
        // Its address belongs to the page it is on.
        download.addAttachListener(e -> download.setHref(handler));
        download.addClassName("btn");
        var actions = new Div(draft, download);
        actions.addClassName("actions");
        return actions;
    }

    private void draft() {
        try {
            var address = form.draft().substring(1);
            getUI().ifPresent(ui -> ui.navigate(address));
        } catch (DraftInbox.NotTaken e) {
            verdict.setText(
                    getTranslation("documents.untaken." + e.reason().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void check() {
        draft.setEnabled(form.isAddressed());
        var found = form.problems();
        problems.removeAll();
        problems.setVisible(!found.isEmpty());
        found.stream().limit(MOST_PROBLEMS).forEach(problem -> problems.add(item(problem)));
        verdict.setText(
                !form.isAddressed()
                        ? getTranslation("documents.import.unaddressed")
                        : found.isEmpty()
                                ? getTranslation("documents.import.good")
                                : getTranslation("documents.import.bad", Formats.number(found.size(), getLocale())));
    }

    private ListItem item(Problem problem) {
        return new ListItem(
                new Code(problem.place()),
                new Span(" "
                        + getTranslation(
                                "content.problem." + problem.code(),
                                problem.arguments().toArray())));
    }
}
