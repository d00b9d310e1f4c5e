package vn.quantriet.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down. Within {@link #SPAN} there may be {@link #PER_PAIR} attempts that fail for one name from one address,
 * {@link #PER_ADDRESS} from one address for whatever names, and {@link #PER_NAME} for one name from wherever; then whoever it
 * is waits until that time is over. The limit of a name lets someone with many addresses keep a member out for minutes, which
 * is the lesser evil beside letting them guess; that of an address leaves room for an office behind one.
 *
 * <p>An attempt counts from before its password is looked at, so that many at once are not let through together. Counts are
 * kept on this node, under hashes that this process alone can make. One address makes at most some two hundred of them in a
 * span, so it takes hundreds of addresses to fill the memory, and many more to have a high count forgotten. Safe for use by many
 * threads.
 */
@Component
class SignInThrottle {
    static final int PER_PAIR = 10;
    static final int PER_NAME = 100;
    static final int PER_ADDRESS = 100;
    static final Duration SPAN = Duration.ofMinutes(10);

    private static final int REMEMBERED = 100_000;
    /** What a household or office is given of the newer kind of address; whoever has one has all of them. */
    private static final int NETWORK_BYTES = 8;

    private final AttemptCounts<Key> counts;
    private final byte[] salt = new byte[16];

    SignInThrottle(Clock clock) {
        this.counts = new AttemptCounts<>(REMEMBERED, SPAN, clock);
        new SecureRandom().nextBytes(salt);
    }

    private record Key(long left, long right) {}

    /** Whether an attempt may be made now; if so, it counts as failed until {@link #succeeded} takes that back. */
    synchronized boolean admits(String username, String address) {
        Key pair = pair(username, address);
        Key name = name(username);
        Key network = network(address);
        if (counts.of(pair) >= PER_PAIR || counts.of(name) >= PER_NAME || counts.of(network) >= PER_ADDRESS) {
            return false;
        }
        counts.add(pair);
        counts.add(name);
        counts.add(network);
        return true;
    }

    /** Forgets the failures of this name from this address. Other names from here, and this name elsewhere, keep theirs. */
    synchronized void succeeded(String username, String address) {
        counts.forget(pair(username, address));
        counts.takeOneBack(name(username));
        counts.takeOneBack(network(address));
    }

    private Key pair(String username, String address) {
        return key("pair", username + "\n" + networkOf(address));
    }

    private Key name(String username) {
        return key("name", username);
    }

    private Key network(String address) {
        return key("network", networkOf(address));
    }

    private Key key(String kind, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            var hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Key(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String networkOf(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
