package vn.quantriet.documents.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the name of a body, which a letterhead has in capitals, as running text has it. */
final class Issuers {
    private static final List<String> KNOWN = List.of(
            "Ban Chấp hành Trung ương",
            "Ban Chấp hành Đảng bộ",
            "Ban Thường vụ",
            "Ban Thường trực",
            "Bộ Chính trị",
            "Ban Bí thư",
            "Ban Tổ chức",
            "Ban Tuyên giáo",
            "Ban Dân vận",
            "Ủy ban Kiểm tra",
            "Ủy ban nhân dân",
            "Hội đồng nhân dân",
            "Quốc hội",
            "Ủy ban Thường vụ Quốc hội",
            "Chính phủ",
            "Thủ tướng Chính phủ",
            "Tỉnh ủy",
            "Thành ủy",
            "Huyện ủy",
            "Quận ủy",
            "Thị ủy",
            "Đảng ủy",
            "Đảng bộ",
            "Chi bộ",
            "Trung ương",
            "Quân ủy Trung ương",
            "Mặt trận Tổ quốc",
            "Việt Nam");
    private static final Set<String> SMALL = Set.of(
            "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "và", "các", "khối", "cơ", "quan",
            "của");

    private Issuers() {}

    /** Whether a line begins with the name of a body. */
    static boolean isBody(String line) {
        var small = line.toLowerCase(Locale.ROOT);
        return KNOWN.stream().anyMatch(known -> (small + " ").startsWith(known.toLowerCase(Locale.ROOT) + " "));
    }

    static String written(String name) {
        if (!Line.isCapitals(name)) {
            return name;
        }
        var rest = name.toLowerCase(Locale.ROOT).replace("uỷ", "ủy");
        List<String> words = new ArrayList<>();
        while (!rest.isEmpty()) {
            var now = rest;
            var known = KNOWN.stream()
                    .filter(k -> (now + " ").startsWith(k.toLowerCase(Locale.ROOT) + " "))
                    .max(Comparator.comparingInt(String::length));
            var taken = known.orElseGet(() -> word(now));
            words.add(taken);
            rest = rest.substring(Math.min(taken.length(), rest.length())).strip();
        }
        var written = String.join(" ", words);
        return written.isEmpty() ? "" : written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1);
    }

    private static String word(String rest) {
        var word = rest.split(" ", 2)[0];
        return SMALL.contains(word) ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
