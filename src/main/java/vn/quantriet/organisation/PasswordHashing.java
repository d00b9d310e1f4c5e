package vn.quantriet.organisation;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns passwords into hashes, which takes tens of milliseconds and 16 MB each time, on purpose. As many at once as there are
 * processors; the others wait in turn, and none of them may hold a transaction with its connection meanwhile.
 */
@Component
class PasswordHashing {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final PasswordEncoder passwords;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String hashOfNobody;

    PasswordHashing(PasswordEncoder passwords) {
        this.passwords = passwords;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    /**
     * The hash of a password that someone chose for the account {@code username}.
     *
     * @throws PasswordRefused when it is not good enough
     */
    PasswordHash ofChosen(String password, String username) {
        if (password.length() < SHORTEST) {
            throw new PasswordRefused(PasswordRefused.Reason.SHORT);
        }
        if (password.length() > LONGEST) {
            throw new PasswordRefused(PasswordRefused.Reason.LONG);
        }
        if (password.strip().equalsIgnoreCase(username.strip())) {
            throw new PasswordRefused(PasswordRefused.Reason.USERNAME);
        }
        return ofGiven(password);
    }

    /** The hash of a password that need not be good. */
    PasswordHash ofGiven(String password) {
        return inTurn(() ->
                new PasswordHash(Optional.ofNullable(passwords.encode(password)).orElseThrow()));
    }

    /** Whether {@code hash} is of {@code password}. Without a hash the answer is no, and takes as long. */
    boolean matches(String password, Optional<PasswordHash> hash) {
        String asked = password.length() <= LONGEST ? password : "";
        boolean same = inTurn(
                () -> passwords.matches(asked, hash.map(PasswordHash::encoded).orElse(hashOfNobody)));
        return same && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("passwords are hashed before a transaction begins, not in it");
        }
        processors.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
