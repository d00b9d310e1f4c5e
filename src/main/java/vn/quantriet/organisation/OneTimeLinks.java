package vn.quantriet.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.ui.Mode;

/**
 * Links that let someone in who has no password yet, once and within {@link #VALID}. A token is 256 random bits; only its
 * SHA-256 is stored, so reading the database opens nothing.
 */
@Service
public class OneTimeLinks {
    /** Where a first administrator goes; a slash and the token follow. */
    public static final String FIRST_ADMINISTRATOR_PATH = "khoi-tao";

    /** Where a person goes to set a password; a slash and the token follow. */
    public static final String PASSWORD_PATH = "mat-khau";

    static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final RoleGrants grants;
    private final FirstUnit firstUnit;
    private final UnitTree tree;
    private final Mode mode;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(
            JdbcClient jdbc,
            Accounts accounts,
            PasswordHashing hashing,
            RoleGrants grants,
            FirstUnit firstUnit,
            UnitTree tree,
            Mode mode,
            TransactionOperations transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.hashing = hashing;
        this.grants = grants;
        this.firstUnit = firstUnit;
        this.tree = tree;
        this.mode = mode;
        this.transaction = transaction;
        this.clock = clock;
    }

    private enum Purpose {
        FIRST_ADMINISTRATOR,
        SET_PASSWORD
    }

    /**
     * What the first administrator says of themselves.
     *
     * @param unitCode of the topmost unit, used only when there is none yet
     * @param unitName of the topmost unit, used only when there is none yet
     */
    public record FirstAdministrator(
            String fullName, String username, String password, String unitCode, String unitName) {}

    /** Whether the portal waits for its first administrator. */
    @Transactional(readOnly = true)
    public boolean isAdministratorMissing() {
        return !grants.someoneAdministers(mode.isTrial());
    }

    /** A token for {@link #createFirstAdministrator}, absent when there is an administrator. Older ones stop working. */
    @Transactional
    public Optional<String> issueForFirstAdministrator() {
        if (!isAdministratorMissing()) {
            return Optional.empty();
        }
        jdbc.sql("delete from one_time_link where purpose = :purpose")
                .param("purpose", Purpose.FIRST_ADMINISTRATOR.name())
                .update();
        return Optional.of(issue(Purpose.FIRST_ADMINISTRATOR, Optional.empty()));
    }

    /** A token by which {@code member}, who has an account, sets a password. Older ones stop working. */
    @Transactional
    String issueForPassword(MemberId member) {
        jdbc.sql("delete from one_time_link where member_id = :member")
                .param("member", member.value())
                .update();
        return issue(Purpose.SET_PASSWORD, Optional.of(member));
    }

    /** Whether {@link #createFirstAdministrator} would take {@code token}. */
    @Transactional(readOnly = true)
    public boolean opensFirstAdministrator(String token) {
        return isAdministratorMissing() && isValid(token, Purpose.FIRST_ADMINISTRATOR);
    }

    /** The username whose password {@code token} may set, absent when it may set none. */
    @Transactional(readOnly = true)
    public Optional<String> usernameFor(String token) {
        return isValid(token, Purpose.SET_PASSWORD)
                ? Optional.of(memberOf(token)).flatMap(accounts::usernameOf)
                : Optional.empty();
    }

    /**
     * Sets the password of the link's member, whose sessions and other links end.
     *
     * @throws LinkExpired
     * @throws PasswordRefused and then the link still works
     */
    public void setPassword(String token, String password) {
        String username = usernameFor(token).orElseThrow(LinkExpired::new);
        PasswordHash hash = hashing.ofChosen(password, username);
        transaction.executeWithoutResult(status -> {
            use(token, Purpose.SET_PASSWORD);
            MemberId member = memberOf(token);
            accounts.setPassword(member, hash);
            jdbc.sql("delete from one_time_link where member_id = :member and token_hash <> :hash")
                    .param("member", member.value())
                    .param("hash", hash(token))
                    .update();
        });
    }

    /**
     * Makes a member who administers the whole tree, and the topmost unit when there is none.
     *
     * @throws LinkExpired also when someone became administrator meanwhile
     * @throws PasswordRefused and then the link still works
     * @throws UsernameRefused and then the link still works
     */
    public MemberId createFirstAdministrator(String token, FirstAdministrator person) {
        if (!opensFirstAdministrator(token)) {
            throw new LinkExpired();
        }
        PasswordHash hash = hashing.ofChosen(person.password(), person.username());
        return transaction.execute(status -> create(token, person, hash));
    }

    private MemberId create(String token, FirstAdministrator person, PasswordHash hash) {
        use(token, Purpose.FIRST_ADMINISTRATOR);
        if (!isAdministratorMissing()) {
            throw new LinkExpired();
        }
        UnitId root = tree.root().map(Unit::id).orElseGet(() -> firstUnit.create(person.unitCode(), person.unitName()));
        MemberId member = firstUnit.addMember(root, person.fullName());
        accounts.create(member, person.username());
        accounts.setPassword(member, hash);
        grants.add(member, root, Role.ADMINISTRATOR);
        return member;
    }

    private String issue(Purpose purpose, Optional<MemberId> member) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into one_time_link (token_hash, purpose, member_id, created_at, expires_at)
                        values (:hash, :purpose, :member, :now, :expires)""")
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("member", member.map(MemberId::value).orElse(null), java.sql.Types.BIGINT)
                .param("now", now)
                .param("expires", now.plus(VALID))
                .update();
        return token;
    }

    private boolean isValid(String token, Purpose purpose) {
        return jdbc.sql("""
                        select count(*) from one_time_link where token_hash = :hash and purpose = :purpose
                           and used_at is null and expires_at > :now""")
                        .param("hash", hash(token))
                        .param("purpose", purpose.name())
                        .param("now", OffsetDateTime.now(clock))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Of two who come at the same time the row's lock lets one through. */
    private void use(String token, Purpose purpose) {
        int used = jdbc.sql("""
                        update one_time_link set used_at = :now where token_hash = :hash and purpose = :purpose
                           and used_at is null and expires_at > :now""")
                .param("hash", hash(token))
                .param("purpose", purpose.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (used != 1) {
            throw new LinkExpired();
        }
    }

    private MemberId memberOf(String token) {
        return new MemberId(jdbc.sql("select member_id from one_time_link where token_hash = :hash")
                .param("hash", hash(token))
                .query(Long.class)
                .single());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
