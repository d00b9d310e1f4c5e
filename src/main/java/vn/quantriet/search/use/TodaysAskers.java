package vn.quantriet.search.use;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.quantriet.organisation.MemberId;

/**
 * Tells members of one day apart without knowing them: by hashes under a key that is in memory only and thrown away at midnight. For
 * one thread at a time.
 */
final class TodaysAskers {
    private static final String HASH = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final int most;
    private final SecureRandom random = new SecureRandom();
    private final Map<Deed, Set<Long>> members = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private Mac mac = mac();
    private int remembered;

    /** @param most hashes remembered; those who come later count each time, and never as another member */
    TodaysAskers(int most) {
        this.most = most;
    }

    /** What a member may do with a query once a day. */
    enum What {
        ASKED,
        MISSED,
        OPENED
    }

    private record Deed(What what, QueryText text) {}

    /**
     * @param first whether this member is not known to have done it today
     * @param members how many members are known to have done it today
     */
    record Told(boolean first, int members) {}

    Told tell(What what, QueryText text, MemberId member, LocalDate today) {
        if (!today.equals(day)) {
            day = today;
            mac = mac();
            members.clear();
            remembered = 0;
        }
        var deed = new Deed(what, text);
        var known = members.getOrDefault(deed, Set.of());
        long hash = hash(member);
        if (known.contains(hash)) {
            return new Told(false, known.size());
        }
        if (remembered == most) {
            return new Told(true, known.size());
        }
        remembered++;
        var with = members.computeIfAbsent(deed, d -> new HashSet<>(2));
        with.add(hash);
        return new Told(true, with.size());
    }

    private long hash(MemberId member) {
        return ByteBuffer.wrap(mac.doFinal(
                        ByteBuffer.allocate(Long.BYTES).putLong(member.value()).array()))
                .getLong();
    }

    private Mac mac() {
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            var fresh = Mac.getInstance(HASH);
            fresh.init(new SecretKeySpec(key, HASH));
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }
}
