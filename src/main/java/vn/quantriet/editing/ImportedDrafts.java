package vn.quantriet.editing;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Attachments.AttachmentRefused;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.documents.DraftInbox;

/** Takes what was made of documents onto the desk of whoever brought them in. */
@Component
class ImportedDrafts implements DraftInbox {
    private final EditingDesk desk;

    ImportedDrafts(EditingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String take(ResolutionId id, Map<String, String> files, Map<String, byte[]> attachments) {
        try {
            return "/bien-tap/" + desk.take(id, files, attachments);
        } catch (DraftInOtherState e) {
            throw new NotTaken(NotTaken.Reason.STATE, e);
        } catch (AttachmentRefused e) {
            throw new NotTaken(NotTaken.Reason.PICTURE_BAD, e);
        } catch (FileRefused e) {
            throw switch (e.reason()) {
                case PICTURES_MANY -> new NotTaken(NotTaken.Reason.PICTURES_MANY, e);
                case PICTURES_LARGE -> new NotTaken(NotTaken.Reason.PICTURES_LARGE, e);
                case NAME, EXISTS, TOO_LARGE, TOO_MANY, NEEDED -> e;
            };
        }
    }

    @Override
    public String takeBack(ResolutionId id, Map<String, String> files, String madeOf) {
        try {
            return "/bien-tap/" + desk.takeBack(id, files, madeOf);
        } catch (DraftInOtherState e) {
            throw new NotTaken(NotTaken.Reason.STATE, e);
        }
    }
}
