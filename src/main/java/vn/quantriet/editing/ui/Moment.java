package vn.quantriet.editing.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.quantriet.ui.Formats;

/** A day and a time of day, as they are written in both languages of the portal. */
final class Moment {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Moment() {}

    static String of(Instant at, Clock clock) {
        var local = LocalDateTime.ofInstant(at, clock.getZone());
        return TIME.format(local) + " " + Formats.date(local.toLocalDate());
    }
}
