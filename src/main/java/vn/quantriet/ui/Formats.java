package vn.quantriet.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, rates and dates as people here write them: 35.599; 99,16%; 22/12/2024. English differs in its separators. */
public final class Formats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);

    private Formats() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Day and month, where the year is plain. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String number(long number, Locale locale) {
        return new DecimalFormat("#,##0", symbols(locale)).format(number);
    }

    /**
     * A share in percent with two decimals, rounded down, so that 100% is only said of all. A share of nothing is a dash.
     */
    public static String rate(long part, long whole, Locale locale) {
        if (whole == 0) {
            return "–";
        }
        var percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
        return new DecimalFormat("0.##", symbols(locale)).format(percent) + "%";
    }

    private static DecimalFormatSymbols symbols(Locale locale) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        if (!locale.getLanguage().equals("en")) {
            symbols.setDecimalSeparator(',');
            symbols.setGroupingSeparator('.');
        }
        return symbols;
    }
}
