package vn.quantriet.content.library;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ResolutionNotFound;
import vn.quantriet.content.TextFragments;
import vn.quantriet.content.format.Hashes;
import vn.quantriet.content.format.TextHtml;
import vn.quantriet.ui.Translations;

/** Renders fragments when they are first asked for and keeps those used last. */
@Service
class RenderedFragments implements TextFragments {
    private static final int MOST_KEPT = 64;

    private final LiveLibrary library;
    private final Translations texts;
    private final Map<Key, Rendered> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Rendered> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RenderedFragments(LiveLibrary library, Translations texts) {
        this.library = library;
        this.texts = texts;
    }

    private record Key(ResolutionId id, String language) {}

    private record Rendered(String version, Fragment fragment) {}

    @Override
    public Fragment of(ResolutionId id, Locale language) {
        var version = library.listing(id)
                .orElseThrow(() -> new ResolutionNotFound(id))
                .version();
        boolean english = language.getLanguage().equals(Translations.ENGLISH.getLanguage());
        var written = english ? Translations.ENGLISH : Translations.VIETNAMESE;
        var key = new Key(id, written.getLanguage());
        synchronized (kept) {
            var rendered = kept.get(key);
            if (rendered != null && rendered.version().equals(version)) {
                return rendered.fragment();
            }
        }
        var opened = library.open(id).orElseThrow(() -> new ResolutionNotFound(id));
        var fragment = render(opened, written);
        synchronized (kept) {
            kept.put(key, new Rendered(opened.version(), fragment));
        }
        return fragment;
    }

    private Fragment render(LiveLibrary.Opened opened, Locale language) {
        var html = new TextHtml(texts, language).of(opened.text(), opened.holding());
        var hash = Hashes.of(html);
        var id = opened.text().resolution().id();
        return new Fragment(
                html, hash, "/van-ban/" + id + "/noi-dung/" + language.getLanguage() + "-" + hash + ".html");
    }
}
