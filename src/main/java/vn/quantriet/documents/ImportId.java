package vn.quantriet.documents;

import java.util.UUID;
import java.util.regex.Pattern;

/** One document that somebody brought. */
public record ImportId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public ImportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("expected a UUID, got " + value.length() + " characters");
        }
    }

    public static boolean isValid(String value) {
        return SYNTAX.matcher(value).matches();
    }

    static ImportId random() {
        return new ImportId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
