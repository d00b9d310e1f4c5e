package vn.quantriet.lectures.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import vn.quantriet.lectures.DeckFile;
import vn.quantriet.lectures.DeckFileRefused;
import vn.quantriet.ui.SmallUpload;

/** Takes one Markdown file and says clearly what is wrong with another. Keeps nothing of it. */
class DeckFileDrop extends Div {
    private final Upload upload = new Upload();
    private final Paragraph message = new Paragraph();
    private final SerializableConsumer<DeckFile> onFile;

    DeckFileDrop(SerializableConsumer<DeckFile> onFile) {
        this.onFile = onFile;
        addClassName("file-drop");
        upload.setUploadHandler(new SmallUpload(DeckFile.LARGEST, this::take));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(DeckFile.LARGEST);
        upload.setI18n(texts());
        upload.addFileRejectedListener(e -> say(e.getErrorMessage()));
        // Also what brings the answer to the browser: a file travels outside the page's own requests.
        upload.getElement().addEventListener("upload-success", e -> upload.clearFileList());
        message.addClassName("notice");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        add(upload, message);
    }

    void setEnabledForFiles(boolean enabled) {
        upload.setEnabled(enabled);
    }

    private void take(String name, byte[] bytes) {
        try {
            var file = DeckFile.read(name, bytes);
            message.setVisible(false);
            onFile.accept(file);
        } catch (DeckFileRefused refused) {
            say(
                    switch (refused.reason()) {
                        case NOT_MARKDOWN -> getTranslation("lectures.desk.file.type");
                        case TOO_LARGE -> getTranslation("lectures.desk.file.large");
                        case NOT_UTF8 -> getTranslation("lectures.desk.file.encoding");
                        case EMPTY -> getTranslation("lectures.desk.file.empty");
                    });
        }
    }

    private void say(String what) {
        message.setText(what);
        message.setVisible(true);
        upload.clearFileList();
    }

    private UploadI18N texts() {
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("lectures.desk.file.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("lectures.desk.file.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("lectures.desk.file.large"))
                        .setTooManyFiles(getTranslation("lectures.desk.file.many"))
                        .setIncorrectFileType(getTranslation("lectures.desk.file.type")));
    }
}
