package vn.quantriet.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A field for a day, whose calendar speaks the reader's language and whose week begins on Monday. */
public class DayPicker extends DatePicker {
    private static final String PATTERN = "dd/MM/yyyy";

    public DayPicker(String label) {
        super(label);
        Locale language = getLocale();
        setLocale(language);
        var words = new DatePickerI18n()
                .setMonthNames(names(
                        Month.values(), month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language), language))
                .setWeekdays(fromSunday(TextStyle.FULL_STANDALONE, language))
                .setWeekdaysShort(fromSunday(TextStyle.SHORT_STANDALONE, language))
                .setFirstDayOfWeek(1)
                .setToday(getTranslation("ui.calendar.today"))
                .setCancel(getTranslation("ui.calendar.cancel"));
        setI18n(words.setDateFormat(PATTERN));
    }

    /** Vaadin's calendar is a dialog without a name; it gets that of the field. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs("""
                        this.addEventListener('opened-changed', opened => opened.detail.value && requestAnimationFrame(() =>
                            this.querySelector('vaadin-date-picker-overlay-content')?.setAttribute('aria-label', this.label)));
                        """);
    }

    /** Vaadin counts the days of a week from Sunday. */
    private static List<String> fromSunday(TextStyle style, Locale language) {
        DayOfWeek[] days = Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .toArray(DayOfWeek[]::new);
        return names(days, day -> day.getDisplayName(style, language), language);
    }

    private static <T> List<String> names(T[] values, Function<T, String> name, Locale language) {
        return Stream.of(values)
                .map(name)
                .map(word -> word.substring(0, 1).toUpperCase(language) + word.substring(1))
                .toList();
    }
}
