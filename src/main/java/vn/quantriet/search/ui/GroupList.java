package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.ValidityLabel;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Search;
import vn.quantriet.search.Search.Group;
import vn.quantriet.search.Search.Hit;
import vn.quantriet.search.Search.Results;
import vn.quantriet.search.SearchUse;
import vn.quantriet.search.StudyStandings;
import vn.quantriet.search.StudyStandings.Standing;
import vn.quantriet.ui.Chip;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.Translations;

/** Draws what was found, text by text. */
@Component
class GroupList {
    private final Search search;
    private final SearchUse use;
    private final Library library;
    private final ValidityLabel validity;
    private final ObjectProvider<StudyStandings> standings;
    private final PassageLabel label;
    private final Translations texts;

    GroupList(
            Search search,
            SearchUse use,
            Library library,
            ValidityLabel validity,
            ObjectProvider<StudyStandings> standings,
            PassageLabel label,
            Translations texts) {
        this.search = search;
        this.use = use;
        this.library = library;
        this.validity = validity;
        this.standings = standings;
        this.label = label;
        this.texts = texts;
    }

    OrderedList of(SearchAddress address, Results found, Locale locale) {
        Map<ResolutionId, Standing> known = Optional.ofNullable(standings.getIfAvailable())
                .map(StudyStandings::ofCurrentMember)
                .orElse(Map.of());
        var words = FoundWords.of(address.text(), found);
        Runnable opened = () -> use.opened(address.text());
        var list = new OrderedList();
        list.addClassName("found-texts");
        for (Group group : gathered(address, found)) {
            GroupItem item = item(group, words, opened, Optional.ofNullable(known.get(group.text())), locale);
            long further = group.total() - group.hits().size();
            if (further > 0 && address.within().isEmpty()) {
                var link = new RouterLink(
                        texts.getTranslation("search.group.more", locale, Formats.number(further, locale)),
                        SearchView.class);
                link.setQueryParameters(address.within(group.text()).parameters());
                item.addMore(link);
            }
            list.add(item);
        }
        return list;
    }

    /** Within one text each passage is a group of its own, and they are shown as one. */
    private static List<Group> gathered(SearchAddress address, Results found) {
        return address.within().isPresent()
                ? List.of(new Group(found.groups().getFirst().text(), found.hits(), found.total()))
                : found.groups();
    }

    private GroupItem item(Group group, FoundWords words, Runnable opened, Optional<Standing> standing, Locale locale) {
        Passage first = group.hits().getFirst().passage();
        Optional<Resolution> text = library.resolution(group.text());
        List<Chip> chips = new ArrayList<>();
        validity.of(group.text(), locale).ifPresent(label -> chips.add(new Chip(label.text(), Chip.Tone.LATE)));
        standing.flatMap(s -> chip(s, locale)).ifPresent(chips::add);
        return new GroupItem(
                first.number(),
                text.map(Resolution::shortTitle).orElse(first.source()),
                "/van-ban/" + group.text(),
                text.map(t -> facts(t, locale)).orElse(""),
                chips,
                group.hits().stream()
                        .map(hit -> hit(hit, words, opened, locale))
                        .toList());
    }

    private String facts(Resolution text, Locale locale) {
        String kind = texts.getTranslation("content.kind." + text.kind().name().toLowerCase(Locale.ROOT), locale);
        return texts.getTranslation(
                "search.group.facts",
                locale,
                kind,
                text.issuer(),
                String.valueOf(text.issued().getYear()));
    }

    private Optional<Chip> chip(Standing standing, Locale locale) {
        return switch (standing) {
            case OWED -> Optional.of(new Chip(says("owed", locale), Chip.Tone.NEUTRAL));
            case BEGUN -> Optional.of(new Chip(says("begun", locale), Chip.Tone.DOING));
            case COMPLETED -> Optional.of(new Chip(says("completed", locale), Chip.Tone.DONE));
            case NOT_ASKED -> Optional.empty();
        };
    }

    private String says(String standing, Locale locale) {
        return texts.getTranslation("search.standing." + standing, locale);
    }

    private HitItem hit(Hit hit, FoundWords words, Runnable opened, Locale locale) {
        Passage passage = hit.passage();
        var more = new HitMore(search, passage, other -> label.whole(other, locale));
        return new HitItem(hit, label.within(passage, locale), words.href(hit), more, opened);
    }
}
