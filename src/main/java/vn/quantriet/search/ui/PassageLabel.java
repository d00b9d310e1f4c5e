package vn.quantriet.search.ui;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.search.Passage;
import vn.quantriet.ui.Translations;

/** Says what a passage is and where it stands. */
@Component
class PassageLabel {
    private final Library library;
    private final Translations texts;

    PassageLabel(Library library, Translations texts) {
        this.library = library;
        this.texts = texts;
    }

    /** Beside its text: {@code II.1 · Điều khoản}. */
    String within(Passage passage, Locale locale) {
        String kind = kind(passage, locale);
        return passage.clause()
                .map(clause -> texts.getTranslation(
                        "search.hit.place",
                        locale,
                        library.resolution(passage.resolution())
                                .map((Resolution text) -> text.label(clause))
                                .orElse(clause.value()),
                        kind))
                .orElse(kind);
    }

    /** Alone: {@code 57-NQ/TW · II.1 · Điều khoản}. */
    String whole(Passage passage, Locale locale) {
        return texts.getTranslation("search.hit.place", locale, passage.number(), within(passage, locale));
    }

    private String kind(Passage passage, Locale locale) {
        boolean whole =
                passage.kind() == Passage.Kind.CLAUSE && passage.clause().isEmpty();
        return texts.getTranslation("search.hit." + (whole ? "text" : FacetSlug.slug(passage.kind())), locale);
    }
}
