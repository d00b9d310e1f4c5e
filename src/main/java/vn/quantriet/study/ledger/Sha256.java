package vn.quantriet.study.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of fields, in hex. Each field is preceded by its length, so that no letter can move from one to the next unseen. */
final class Sha256 {
    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String ofFields(List<String> fields) {
        var sha = new Sha256();
        fields.forEach(sha::add);
        return sha.hex();
    }

    /** Of the text alone. */
    static String of(String text) {
        var sha = new Sha256();
        sha.digest.update(text.getBytes(StandardCharsets.UTF_8));
        return sha.hex();
    }

    void add(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
