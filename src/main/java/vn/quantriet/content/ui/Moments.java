package vn.quantriet.content.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.quantriet.ui.Formats;

/** Moments as people here write them: 10:05, 23/11/2026. */
final class Moments {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Moments() {}

    static String of(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        return TIME.format(local) + ", " + Formats.date(local.toLocalDate());
    }
}
