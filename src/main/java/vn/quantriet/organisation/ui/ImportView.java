package vn.quantriet.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quantriet.organisation.CurrentMember;
import vn.quantriet.organisation.ImportProblem;
import vn.quantriet.organisation.ImportProblem.ImportFile;
import vn.quantriet.organisation.ImportRefused;
import vn.quantriet.organisation.OrganisationImport;
import vn.quantriet.organisation.OrganisationImport.Counts;
import vn.quantriet.organisation.OrganisationImport.Preview;
import vn.quantriet.organisation.Role;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.tables.CsvTable;
import vn.quantriet.tables.TableProblem;
import vn.quantriet.ui.EmptyState;
import vn.quantriet.ui.Formats;

/** Brings units and people in: two files, what they would change or what is wrong with them, and only then the change. */
@Route("quan-tri/nhap")
@RolesAllowed(Role.ADMINISTRATOR_NAME)
class ImportView extends Div implements HasDynamicTitle {
    private static final int PROBLEMS_SHOWN = 200;

    private final OrganisationImport organisationImport;
    private final UploadedTables tables = new UploadedTables(Path.of(System.getProperty("java.io.tmpdir")));
    private final Section outcome = new Section();

    ImportView(OrganisationImport organisationImport, CurrentMember currentMember, UnitTree tree) {
        this.organisationImport = organisationImport;
        addClassNames("wrap", "organisation");
        outcome.getElement().setAttribute("aria-live", "polite");
        if (tree.root()
                .filter(root -> currentMember.hasRoleIn(Role.ADMINISTRATOR, root.id()))
                .isEmpty()) {
            add(EmptyState.page(
                    getTranslation("organisation.admin.forbidden"),
                    getTranslation("organisation.import.forbidden-lead")));
            return;
        }
        var back = new RouterLink(getTranslation("organisation.import.back"), OrganisationView.class);
        back.addClassName("way-back");
        var lead = new Paragraph(getTranslation("organisation.import.lead"));
        lead.addClassName("sub");
        add(new Div(back, new H1(getTranslation("organisation.import.title")), lead), files(), outcome);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organisation.import.title");
    }

    private Div files() {
        var files = new Div(file(ImportFile.UNITS, "units"), file(ImportFile.MEMBERS, "members"));
        files.addClassName("import-files");
        return files;
    }

    private Section file(ImportFile file, String key) {
        var upload = new Upload((UploadHandler) event -> receive(file, event));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(UploadedTables.LARGEST);
        upload.setAcceptedFileExtensions(".csv");
        upload.setI18n(words());
        upload.addFileRemovedListener(removed -> forget(file));
        var template = new Anchor(
                DownloadHandler.forClassResource(ImportView.class, file.fileName()),
                getTranslation("organisation.import.template", file.fileName()));
        template.setDownload(true);
        template.addClassNames("btn", "quiet");
        var section = new Section(
                new H2(getTranslation("organisation.import." + key)),
                new Paragraph(getTranslation("organisation.import." + key + "-lead")),
                upload,
                template);
        section.addClassName("card");
        return section;
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("organisation.import.choose"))
                        .setMany(getTranslation("organisation.import.choose")))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("organisation.import.drop"))
                        .setMany(getTranslation("organisation.import.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("organisation.import.one-file"))
                        .setFileIsTooBig(getTranslation("organisation.import.too-big"))
                        .setIncorrectFileType(getTranslation("organisation.import.not-csv")));
    }

    /** Called without the session's lock. The browser has refused larger files already, unless it is made not to. */
    private void receive(ImportFile file, UploadEvent event) throws IOException {
        Optional<byte[]> data;
        try (InputStream upload = event.getInputStream()) {
            data = UploadedTables.read(upload);
        }
        if (data.isEmpty()) {
            event.reject();
        }
        event.getUI().access(() -> data.ifPresentOrElse(bytes -> take(file, bytes), () -> forget(file)));
    }

    private void take(ImportFile file, byte[] data) {
        if (!isAttached()) {
            return;
        }
        if (CsvTable.decode(data).isPresent()) {
            tables.put(file, data);
            preview();
        } else {
            tables.remove(file);
            showProblems(List.of(new ImportProblem(file, new TableProblem(1, "", "tables.problem.encoding"))));
        }
    }

    private void forget(ImportFile file) {
        tables.remove(file);
        if (tables.isEmpty()) {
            outcome.removeAll();
        } else {
            preview();
        }
    }

    @Override
    protected void onDetach(DetachEvent left) {
        tables.clear();
    }

    private void preview() {
        Preview preview = organisationImport.preview(tables.text(ImportFile.UNITS), tables.text(ImportFile.MEMBERS));
        if (preview.isApplicable()) {
            showCounts(preview, false);
        } else {
            showProblems(preview.problems());
        }
    }

    private void apply() {
        try {
            Preview done = organisationImport.apply(tables.text(ImportFile.UNITS), tables.text(ImportFile.MEMBERS));
            tables.clear();
            showCounts(done, true);
        } catch (ImportRefused refused) {
            showProblems(refused.problems());
        }
    }

    private void showCounts(Preview preview, boolean done) {
        var table = Tables.withHeadings(Stream.of("what", "added", "changed", "moved", "unchanged")
                .map(key -> getTranslation("organisation.import." + key))
                .toList());
        table.getBody()
                .add(
                        row("organisation.import.units", preview.units()),
                        row("organisation.import.members", preview.members()));
        show(
                new H2(getTranslation(done ? "organisation.import.done" : "organisation.import.preview")),
                new Paragraph(
                        getTranslation(done ? "organisation.import.done-lead" : "organisation.import.preview-lead")),
                scrolling(table));
        int changes = preview.units().changes() + preview.members().changes();
        if (!done && changes > 0) {
            var apply = new NativeButton(getTranslation("organisation.import.apply"), click -> apply());
            apply.addClassNames("btn", "main");
            outcome.add(apply);
        } else if (!done) {
            outcome.add(new Paragraph(getTranslation("organisation.import.nothing")));
        }
    }

    private NativeTableRow row(String nameKey, Counts counts) {
        var row = new NativeTableRow(new NativeTableCell(getTranslation(nameKey)));
        Stream.of(counts.added(), counts.changed(), counts.moved(), counts.unchanged())
                .forEach(count -> {
                    var cell = new NativeTableCell(Formats.number(count, getLocale()));
                    cell.addClassName("num");
                    row.add(cell);
                });
        return row;
    }

    private void showProblems(List<ImportProblem> problems) {
        var table = Tables.withHeadings(Stream.of("file", "line", "column", "problem")
                .map(key -> getTranslation("organisation.import." + key))
                .toList());
        problems.stream()
                .limit(PROBLEMS_SHOWN)
                .forEach(problem -> table.getBody().add(row(problem)));
        show(
                new H2(getTranslation("organisation.import.problems")),
                new Paragraph(getTranslation(
                        "organisation.import.problems-lead",
                        Formats.number(problems.size(), getLocale()),
                        Formats.number(Math.min(problems.size(), PROBLEMS_SHOWN), getLocale()))),
                scrolling(table));
    }

    private NativeTableRow row(ImportProblem found) {
        TableProblem problem = found.problem();
        var line = new NativeTableCell(Formats.number(problem.line(), getLocale()));
        line.addClassName("num");
        return new NativeTableRow(
                new NativeTableCell(found.file().fileName()),
                line,
                new NativeTableCell(problem.column()),
                new NativeTableCell(
                        getTranslation(problem.code(), problem.args().toArray())));
    }

    private void show(Component... parts) {
        outcome.removeAll();
        outcome.setClassName("card");
        outcome.add(parts);
    }

    private static Div scrolling(Component table) {
        var frame = new Div(table);
        frame.addClassName("table-scroll");
        return frame;
    }
}
