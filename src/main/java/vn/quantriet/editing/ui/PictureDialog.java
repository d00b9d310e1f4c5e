package vn.quantriet.editing.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.Attachments.AttachmentRefused;
import vn.quantriet.content.Problem;
import vn.quantriet.editing.DraftId;
import vn.quantriet.editing.DraftInOtherState;
import vn.quantriet.editing.DraftPictures;
import vn.quantriet.editing.DraftPictures.Picture;
import vn.quantriet.editing.FileRefused;
import vn.quantriet.ui.Confirmation;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.SmallUpload;

/**
 * Takes a picture or a document from the person's device into the draft, or one that is there already, and puts it into the text in
 * words, too.
 */
class PictureDialog extends Dialog {
    private static final int LONGEST = 400;

    private final DraftId draft;
    private final transient DraftPictures pictures;
    private final SerializableConsumer<String> onChoice;
    private final Upload upload = new Upload();
    private final Paragraph message = new Paragraph();
    private final Div present = new Div();
    private final TextField words = new TextField();
    private @Nullable String chosen;

    /** @param onChoice gets the Markdown */
    PictureDialog(DraftId draft, DraftPictures pictures, SerializableConsumer<String> onChoice) {
        this.draft = draft;
        this.pictures = pictures;
        this.onChoice = onChoice;
        setHeaderTitle(getTranslation("editing.picture.title"));
        addClassName("picture-dialog");
        upload.setUploadHandler(new SmallUpload(Attachment.LARGEST, this::add));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Attachment.LARGEST);
        upload.setI18n(texts());
        upload.addFileRejectedListener(e -> say(e.getErrorMessage()));
        upload.getElement().addEventListener("upload-success", e -> upload.clearFileList());
        message.addClassName("notice");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        present.addClassName("picture-choice");
        present.getElement().setAttribute("role", "group");
        present.getElement().setAttribute("aria-label", getTranslation("editing.picture.present"));
        words.setLabel(getTranslation("editing.picture.words"));
        words.setHelperText(getTranslation("editing.picture.words.help"));
        words.setErrorMessage(getTranslation("editing.picture.words.help"));
        words.setMaxLength(LONGEST);
        words.setManualValidation(true);
        words.setWidthFull();
        var insert = new NativeButton(getTranslation("editing.dialog.insert"), e -> insert());
        insert.addClassNames("btn", "main");
        var cancel = new NativeButton(getTranslation("editing.dialog.cancel"), e -> close());
        cancel.addClassName("btn");
        add(upload, message, present, words);
        getFooter().add(cancel, insert);
        show();
    }

    private void show() {
        present.removeAll();
        boolean writable = pictures.isWritable(draft);
        for (var picture : pictures.of(draft)) {
            var item = new Div(choice(picture));
            item.addClassName("picture-place");
            if (picture.isNew() && writable) {
                item.add(removal(picture.attachment().name()));
            }
            present.add(item);
        }
    }

    private NativeButton removal(String name) {
        var remove = new NativeButton(
                getTranslation("editing.picture.remove"),
                e -> new Confirmation("editing.picture.removal", name, () -> remove(name)).open());
        remove.addClassNames("btn", "small", "quiet");
        remove.getElement().setAttribute("aria-label", getTranslation("editing.picture.remove.label", name));
        return remove;
    }

    private void remove(String name) {
        try {
            pictures.remove(draft, name);
            chosen = name.equals(chosen) ? null : chosen;
            message.setVisible(false);
        } catch (DraftInOtherState e) {
            say(getTranslation("editing.refused.state"));
        }
        show();
    }

    private NativeButton choice(Picture shown) {
        var file = shown.attachment();
        var button = new NativeButton();
        button.addClassName("picture-item");
        button.getElement()
                .setAttribute("aria-pressed", String.valueOf(file.name().equals(chosen)));
        if (file.type().isPicture()) {
            var picture = new Image(shown.href(), "");
            picture.getElement().setAttribute("loading", "lazy");
            button.add(picture);
        }
        button.add(new Span(file.name()));
        if (shown.isNew()) {
            var isNew = new Span(getTranslation("editing.picture.new"));
            isNew.addClassName("chip");
            button.add(isNew);
        }
        button.addClickListener(e -> {
            chosen = file.name();
            message.setVisible(false);
            show();
        });
        return button;
    }

    private void add(String name, byte[] bytes) {
        try {
            var added = pictures.add(draft, name, bytes);
            chosen = added.attachment().name();
            message.setVisible(false);
            if (!added.removed().isEmpty()) {
                say(sentences(added.removed()));
            }
            show();
        } catch (DraftInOtherState e) {
            say(getTranslation("editing.refused.state"));
        } catch (FileRefused e) {
            say(
                    e.reason() == FileRefused.Reason.NAME
                            ? getTranslation("editing.picture.kind", Attachment.Type.allEndings())
                            : getTranslation(
                                    "editing.refused." + e.reason().name().toLowerCase(Locale.ROOT)));
        } catch (AttachmentRefused e) {
            say(sentences(e.problems()));
        }
    }

    private String sentences(List<Problem> problems) {
        return problems.stream()
                .map(problem -> getTranslation(
                        "content.problem." + problem.code(), problem.arguments().toArray()))
                .collect(Collectors.joining("; "));
    }

    private void insert() {
        var said = words.getValue().strip();
        words.setInvalid(said.isEmpty() || said.matches(".*[\\[\\]].*"));
        var name = chosen;
        if (name == null) {
            say(getTranslation("editing.picture.none"));
        } else if (!words.isInvalid()) {
            close();
            boolean picture =
                    Attachment.Type.of(name).filter(Attachment.Type::isPicture).isPresent();
            onChoice.accept((picture ? "!" : "") + "[" + said + "](files/" + name + ")");
        }
    }

    private void say(String what) {
        message.setText(what);
        message.setVisible(true);
        upload.clearFileList();
    }

    private UploadI18N texts() {
        var largest = Formats.number(Attachment.LARGEST / 1_000_000, getLocale());
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("editing.picture.choose")))
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("editing.picture.drop")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("editing.picture.sending"))
                                .setStalled(getTranslation("editing.picture.sending"))
                                .setProcessing(getTranslation("editing.picture.sending"))
                                .setHeld(getTranslation("editing.picture.sending")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("editing.picture.failed"))
                                .setUnexpectedServerError(getTranslation("editing.picture.failed"))
                                .setForbidden(getTranslation("editing.picture.failed"))))
                .setUnits(new UploadI18N.Units().setSize(List.of("B", "KB", "MB", "GB")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("editing.picture.large", largest))
                        .setTooManyFiles(getTranslation("editing.picture.failed"))
                        .setIncorrectFileType(getTranslation("editing.picture.failed")));
    }
}
