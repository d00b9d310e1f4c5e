package vn.quantriet.content.library;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.quantriet.content.Relations;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.content.TextFragments;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.content.format.Hashes;
import vn.quantriet.content.format.TextHtml;
import vn.quantriet.ui.Translations;

/** Renders fragments when they are first asked for and keeps those used last. */
@Service
class RenderedFragments implements TextFragments {
    private static final int MOST_KEPT = 64;

    private final LiveLibrary library;
    private final Translations texts;
    private final Relations relations;
    private final ValidityLabel validity;
    private final Map<Key, Rendered> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rendered> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RenderedFragments(LiveLibrary library, Translations texts, Relations relations, ValidityLabel validity) {
        this.library = library;
        this.texts = texts;
        this.relations = relations;
        this.validity = validity;
    }

    private record Key(ResolutionId id, String language) {}

    /**
     * @param of what was rendered; another instance is another version
     * @param standing how it then stood to other texts, which changes with them and with the day
     */
    private record Rendered(Shelved of, TextHtml.Standing standing, Fragment fragment) {}

    @Override
    public Fragment of(ResolutionId id, Locale language) {
        var shelved = library.shelved(id).orElseThrow(() -> new ResolutionNotFound(id));
        boolean english = language.getLanguage().equals(Translations.ENGLISH.getLanguage());
        var written = english ? Translations.ENGLISH : Translations.VIETNAMESE;
        var key = new Key(id, written.getLanguage());
        var standing = new TextHtml.Standing(validity.of(id, written), relations.of(id));
        synchronized (kept) {
            var rendered = kept.get(key);
            if (rendered != null
                    && rendered.of() == shelved
                    && rendered.standing().equals(standing)) {
                return rendered.fragment();
            }
        }
        var fragment = render(shelved, standing, written);
        synchronized (kept) {
            kept.put(key, new Rendered(shelved, standing, fragment));
        }
        return fragment;
    }

    private Fragment render(Shelved shelved, TextHtml.Standing standing, Locale language) {
        var text = shelved.text().orElseThrow(() -> new ResolutionNotFound(shelved.id()));
        var holding = shelved.holding().orElseThrow(() -> new ResolutionNotFound(shelved.id()));
        var html = new TextHtml(texts, language).of(text, holding, standing);
        var hash = Hashes.of(html);
        return new Fragment(
                html, hash, "/van-ban/" + shelved.id() + "/noi-dung/" + language.getLanguage() + "-" + hash + ".html");
    }
}
