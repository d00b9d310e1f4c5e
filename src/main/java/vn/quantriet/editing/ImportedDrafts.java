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
    public String take(ResolutionId id, Map<String, String> files) {
        return "/bien-tap/" + desk.take(id, files);
    }

    @Override
    public String takeBack(ResolutionId id, Map<String, String> files, String madeOf) {
        return "/bien-tap/" + desk.takeBack(id, files, madeOf);
    }
}
