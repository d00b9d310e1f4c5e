package vn.quantriet.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** Puts the key points of later texts beside the clauses that they change. */
@Component
class ChangePanel implements ReadingPanel {
    private final Library library;
    private final Relations relations;
    private final Translations translations;

    ChangePanel(Library library, Relations relations, Translations translations) {
        this.library = library;
        this.relations = relations;
        this.translations = translations;
    }

    /** Only a text that is related may change a clause, so few have to be opened. */
    @Override
    public List<ThreadItem> items(Holding holding) {
        var id = holding.resolution().id();
        var later = relations.of(id).stream()
                .filter(tie -> !tie.outgoing())
                .map(Relations.Tie::other)
                .distinct()
                .flatMap(other -> library.find(other).stream())
                .toList();
        List<ThreadItem> items = new ArrayList<>();
        for (var other : later) {
            for (var point : other.keyPoints()) {
                changesOf(id, point).forEach(clause -> items.add(item(clause, point, other.resolution())));
            }
        }
        return items;
    }

    private static Stream<ClauseId> changesOf(ResolutionId id, KeyPoint point) {
        return point.changes().stream()
                .filter(ref -> ref.resolution().equals(id))
                .map(ClauseRef::clause)
                .distinct();
    }

    private ThreadItem item(ClauseId clause, KeyPoint point, Resolution by) {
        var kind = say("content.kind." + by.kind().name().toLowerCase(Locale.ROOT));
        return new ThreadItem(
                clause,
                Kind.CHANGE,
                say("content.thread.change", kind, by.number()),
                Formats.date(by.issued()),
                "<p><strong>" + HtmlUtils.htmlEscape(point.title(), "UTF-8") + "</strong></p>" + point.html(),
                Optional.of("/van-ban/" + by.id()
                        + point.cites().stream().findFirst().map(c -> "#" + c).orElse("")),
                Optional.empty());
    }

    private String say(String key, Object... arguments) {
        return translations.getTranslation(key, LocaleContextHolder.getLocale(), arguments);
    }
}
