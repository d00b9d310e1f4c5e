package vn.quantriet.editing;

import java.util.Map;
import org.springframework.stereotype.Component;
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
        return "/bien-tap/" + desk.take(id, files, attachments);
    }
}
