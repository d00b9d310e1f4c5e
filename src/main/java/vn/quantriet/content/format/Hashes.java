package vn.quantriet.content.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of versions: the first half of a SHA-256, in hexadecimal. */
public final class Hashes {
    private static final int BYTES = 16;

    /** Only ever cloned: looking for the algorithm takes longer than hashing a clause. */
    private static final MessageDigest SHA_256 = sha256();

    private Hashes() {}

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        try {
            var digest = ((MessageDigest) SHA_256.clone()).digest(bytes);
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
