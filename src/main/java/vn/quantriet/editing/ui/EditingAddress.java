package vn.quantriet.editing.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.quantriet.editing.DraftId;

/** Where this module's pages live. */
final class EditingAddress {
    static final String DESK = "bien-tap";
    static final String DRAFT = DESK + "/:draft([0-9]+)";
    static final String REVIEW = DRAFT + "/duyet";
    static final String MERGE = DRAFT + "/gop";
    static final String IMPORT = DESK + "/nhap";
    static final String SEARCH_WORDS = DESK + "/tu-tim-kiem";

    private EditingAddress() {}

    static String desk() {
        return "/" + DESK;
    }

    static String draft(DraftId id) {
        return "/" + DESK + "/" + id;
    }

    static String file(DraftId id, String path) {
        return draft(id) + "?tep=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    static String review(DraftId id) {
        return draft(id) + "/duyet";
    }

    static String merge(DraftId id) {
        return draft(id) + "/gop";
    }
}
