package vn.quantriet.documents.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import vn.quantriet.documents.DocumentImports;
import vn.quantriet.documents.DocumentRefused;
import vn.quantriet.documents.ImportId;

/** Takes one document, on its way to disk and never into memory, and says clearly why another cannot be taken. */
class DocumentDrop extends Div {
    private final transient DocumentImports imports;
    private final Upload upload = new Upload();
    private final Paragraph message = new Paragraph();
    private final SerializableConsumer<ImportId> onBegun;

    DocumentDrop(DocumentImports imports, SerializableConsumer<ImportId> onBegun) {
        this.imports = imports;
        this.onBegun = onBegun;
        addClassName("file-drop");
        UploadHandler handler = this::receive;
        upload.setUploadHandler(handler);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) DocumentImports.LARGEST);
        upload.setI18n(texts());
        upload.addFileRejectedListener(e -> say(e.getErrorMessage()));
        // Also what brings the answer to the browser: a file travels outside the page's own requests.
        upload.getElement().addEventListener("upload-success", e -> upload.clearFileList());
        message.addClassName("notice");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        add(upload, message);
    }

    /** Runs outside the session's lock, in the request of whoever sends the file. */
    private void receive(UploadEvent event) {
        var ui = event.getUI();
        try {
            var id = imports.begin(event.getFileName(), event.getInputStream());
            ui.access(() -> onBegun.accept(id));
        } catch (DocumentRefused refused) {
            ui.access(() ->
                    say(getTranslation("documents.refused." + refused.reason().name())));
        }
    }

    private void say(String what) {
        message.setText(what);
        message.setVisible(true);
        upload.clearFileList();
    }

    private UploadI18N texts() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("documents.import.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("documents.import.drop")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("documents.import.connecting"))
                                .setStalled(getTranslation("documents.import.stalled"))
                                .setProcessing(getTranslation("documents.import.processing"))
                                .setHeld(getTranslation("documents.import.connecting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("documents.import.remaining") + " ")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("documents.import.failed"))
                                .setUnexpectedServerError(getTranslation("documents.import.failed"))
                                .setForbidden(getTranslation("documents.import.failed"))))
                .setUnits(new UploadI18N.Units().setSize(List.of("B", "KB", "MB", "GB")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("documents.refused.TOO_LARGE"))
                        .setTooManyFiles(getTranslation("documents.import.many"))
                        .setIncorrectFileType(getTranslation("documents.refused.UNKNOWN_KIND")));
    }
}
