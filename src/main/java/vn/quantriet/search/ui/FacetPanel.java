package vn.quantriet.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import vn.quantriet.search.Facet;
import vn.quantriet.ui.Formats;

/**
 * By what the results can be narrowed: a group for each facet, with how many passages each value has. A facet that tells nothing
 * apart is left out. A panel remembers which groups were opened.
 */
class FacetPanel extends Div {
    static final String ID = "loc";

    /** Asked of a group's summary before the click opens or closes the group. */
    private static final String IS_OPEN = "element.parentElement.open";

    private static final int SHOWN_AT_ONCE = 6;
    private static final Set<Facet> OPEN_AT_FIRST = EnumSet.of(Facet.KIND, Facet.STANDING, Facet.DOCUMENT, Facet.TOPIC);

    private final transient FacetWords words;
    private final transient BiConsumer<Facet, String> toggled;
    private final Map<String, Boolean> opened = new HashMap<>();
    private String lastToggled = "";

    /** @param toggled told which value was checked or unchecked */
    FacetPanel(FacetWords words, BiConsumer<Facet, String> toggled) {
        this.words = words;
        this.toggled = toggled;
        addClassName("facet-panel");
        setId(ID);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("search.facet.title"));
    }

    void show(SearchAddress address, Map<Facet, Map<String, Long>> counts, NativeButton done) {
        removeAll();
        var title = new H2(getTranslation("search.facet.title"));
        add(title);
        for (Facet facet : FacetWords.ORDER) {
            List<Map.Entry<String, Long>> values = values(address, facet, counts.getOrDefault(facet, Map.of()));
            if (values.size() > 1 || address.chosen().containsKey(facet)) {
                getElement().appendChild(group(address, facet, values));
            }
        }
        setVisible(getElement().getChildCount() > 1);
        add(done);
        refocus();
    }

    /** Chosen values stay, even where nothing has them any more, so that they can be taken off again. */
    private List<Map.Entry<String, Long>> values(SearchAddress address, Facet facet, Map<String, Long> counts) {
        Map<String, Long> all = new LinkedHashMap<>(counts);
        address.chosen().getOrDefault(facet, Collections.emptySortedSet()).forEach(value -> all.putIfAbsent(value, 0L));
        return all.entrySet().stream().sorted(words.order(facet)).toList();
    }

    private Element group(SearchAddress address, Facet facet, List<Map.Entry<String, Long>> values) {
        boolean chosen = address.chosen().containsKey(facet);
        var group = disclosure(
                FacetSlug.of(facet), words.of(facet, getLocale()), chosen || OPEN_AT_FIRST.contains(facet), "facet");
        Comparator<Map.Entry<String, Long>> chosenFirst =
                Comparator.comparing(entry -> !address.isChosen(facet, entry.getKey()));
        List<Map.Entry<String, Long>> ordered = values.size() > SHOWN_AT_ONCE + 1
                ? values.stream().sorted(chosenFirst).toList()
                : values;
        int shown = values.size() > SHOWN_AT_ONCE + 1 ? SHOWN_AT_ONCE : values.size();
        ordered.subList(0, shown).forEach(value -> group.appendChild(row(address, facet, value)));
        if (shown < ordered.size()) {
            var rest = ordered.subList(shown, ordered.size());
            var more = disclosure(
                    FacetSlug.of(facet) + "+",
                    getTranslation("search.facet.more", Formats.number(rest.size(), getLocale())),
                    false,
                    "facet-more");
            rest.forEach(value -> more.appendChild(row(address, facet, value)));
            group.appendChild(more);
        }
        return group;
    }

    private Element disclosure(String name, String title, boolean openAtFirst, String className) {
        var details = new Element("details");
        details.getClassList().add(className);
        details.setAttribute("open", opened.getOrDefault(name, openAtFirst));
        var summary = new Element("summary");
        summary.setText(title);
        // Not the group's own event, which also tells that it was drawn open.
        summary.addEventListener(
                        "click",
                        click -> opened.put(
                                name, !click.getEventData().get(IS_OPEN).asBoolean()))
                .addEventData(IS_OPEN);
        details.appendChild(summary);
        return details;
    }

    private Element row(SearchAddress address, Facet facet, Map.Entry<String, Long> value) {
        String id = "loc-" + FacetSlug.of(facet) + "-"
                + Integer.toHexString(value.getKey().hashCode());
        var box = new Element("input");
        box.setAttribute("type", "checkbox");
        box.setAttribute("id", id);
        box.setProperty("checked", address.isChosen(facet, value.getKey()));
        box.addEventListener("change", changed -> {
            lastToggled = id;
            toggled.accept(facet, value.getKey());
        });
        var name = new Element("span");
        name.setText(words.of(facet, value.getKey(), getLocale()));
        var count = new Element("span");
        count.getClassList().add("num");
        count.setText(Formats.number(value.getValue(), getLocale()));
        var row = new Element("label");
        row.getClassList().add("facet-value");
        row.appendChild(box, name, count);
        return row;
    }

    /** The box that was changed has been drawn anew: whoever uses the keyboard is still on it. */
    private void refocus() {
        if (!lastToggled.isEmpty()) {
            getElement().executeJs("document.getElementById($0)?.focus({preventScroll: true})", lastToggled);
            lastToggled = "";
        }
    }
}
