package vn.quantriet.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.quantriet.content.Library;
import vn.quantriet.content.Resolution;
import vn.quantriet.search.Search.Suggestion;
import vn.quantriet.search.vietnamese.DocumentNumber;
import vn.quantriet.search.vietnamese.Spelling;

/** Finds texts by the beginning of their number in whatever spelling: {@code 57}, {@code nq 5}, {@code nghị quyết 57}. */
@Component
class NumberIndex {
    private final Library library;
    private volatile Forms forms = new Forms(List.of(), new TreeMap<>());

    NumberIndex(Library library) {
        this.library = library;
    }

    /** Newest first among those that begin alike. */
    List<Suggestion> beginningWith(String typed, int limit) {
        String wanted = squeezed(typed);
        if (wanted.isEmpty() || typed.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        return forms().byForm.subMap(wanted, true, wanted + Character.MAX_VALUE, false).values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(limit)
                .map(text -> new Suggestion(
                        Suggestion.Sort.TEXT, text.title(), text.number(), Optional.of("/van-ban/" + text.id())))
                .toList();
    }

    private Forms forms() {
        List<Resolution> texts = library.resolutions();
        var known = forms;
        if (known.texts != texts) {
            NavigableMap<String, List<Resolution>> byForm = new TreeMap<>();
            for (Resolution text : texts) {
                for (String form : forms(text)) {
                    byForm.computeIfAbsent(form, f -> new ArrayList<>(1)).add(text);
                }
            }
            known = new Forms(texts, byForm);
            forms = known;
        }
        return known;
    }

    private static List<String> forms(Resolution text) {
        List<String> forms = new ArrayList<>();
        String printed = squeezed(text.number());
        forms.add(printed);
        for (DocumentNumber number : DocumentNumber.in(Spelling.clean(text.number()))) {
            forms.add(number.kind() + number.number());
            forms.add(number.kind() + "so" + number.number());
            for (String name : number.kindNames()) {
                forms.add(squeezed(name) + number.number());
                forms.add(squeezed(name) + "so" + number.number());
                forms.add(squeezed(name) + printed);
                forms.add(squeezed(name) + "so" + printed);
            }
        }
        return forms.stream().distinct().toList();
    }

    /** Folded letters and digits alone, without zeros before a number. */
    private static String squeezed(String text) {
        return Spelling.fold(Spelling.clean(text))
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replaceFirst("(?<!\\d)0+(?=\\d)", "");
    }

    private record Forms(List<Resolution> texts, NavigableMap<String, List<Resolution>> byForm) {}
}
