package vn.quantriet.lectures.ui;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Hours and minutes on the 24-hour clock, which both languages of the portal use. */
final class TimeOfDay {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private TimeOfDay() {}

    static String of(LocalTime time) {
        return FORMAT.format(time);
    }
}
