package vn.quantriet.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.quantriet.ui.Mode;

/**
 * By which name and password members sign in. Creating an account and setting a password is for those who have shown that
 * they may: see {@link OrganisationAdministration} and {@link OneTimeLinks}.
 */
@Service
public class Accounts {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

    private final JdbcClient jdbc;
    private final PasswordHashing hashing;
    private final RoleGrants grants;
    private final Mode mode;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PasswordHashing hashing, RoleGrants grants, Mode mode, Clock clock) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.grants = grants;
        this.mode = mode;
        this.clock = clock;
    }

    /**
     * The member whose name and password these are. An unknown name takes as long as a wrong password, so that the answer's
     * time tells nothing. In production the accounts of the sample organisation are refused. Not to be called in a transaction.
     */
    public Optional<SignedInMember> signIn(String username, String password) {
        record Row(SignedInMember member, PasswordHash hash, boolean sample) {}
        Optional<Row> account = jdbc.sql("""
                        select member_id, username, credential, password_hash, sample from account
                         where username = :username and password_hash is not null""")
                .param("username", asStored(username))
                .query((row, number) -> new Row(
                        new SignedInMember(
                                row.getLong("member_id"), row.getString("username"), row.getInt("credential")),
                        new PasswordHash(row.getString("password_hash")),
                        row.getBoolean("sample")))
                .optional();
        boolean right = hashing.matches(password, account.map(Row::hash));
        return account.filter(row -> right && (mode.isTrial() || !row.sample())).map(Row::member);
    }

    /** Whether the password has been changed since {@code member} signed in, so that the session is to end. */
    public boolean hasNewPassword(SignedInMember member) {
        return jdbc.sql("select count(*) from account where member_id = :member and credential > :credential")
                        .param("member", member.member())
                        .param("credential", member.credential())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional(readOnly = true)
    public Optional<MemberId> findMember(String username) {
        return jdbc.sql("select member_id from account where username = :username")
                .param("username", asStored(username))
                .query(Long.class)
                .optional()
                .map(MemberId::new);
    }

    /** Every role that {@code member} holds anywhere, for the authorities of a session. */
    @Transactional(readOnly = true)
    public Set<Role> rolesOf(MemberId member) {
        Set<Role> roles = EnumSet.of(Role.MEMBER);
        grants.of(member).forEach(grant -> roles.add(grant.role()));
        return roles;
    }

    /** As {@link #findMember}, only among the accounts of the sample organisation. */
    @Transactional(readOnly = true)
    Optional<MemberId> findSample(String username) {
        return jdbc.sql("select member_id from account where username = :username and sample")
                .param("username", username)
                .query(Long.class)
                .optional()
                .map(MemberId::new);
    }

    @Transactional(readOnly = true)
    public Optional<String> usernameOf(MemberId member) {
        return jdbc.sql("select username from account where member_id = :member")
                .param("member", member.value())
                .query(String.class)
                .optional();
    }

    /** How {@code username}, as a person types it, is stored and compared. */
    public static String asStored(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code text} can be a username as it is stored: two to sixty of a–z, 0–9, dot, hyphen, underscore. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /** @throws UsernameRefused when it is taken or cannot be one */
    @Transactional
    void create(MemberId member, String username) {
        String name = asStored(username);
        if (!isUsername(name)) {
            throw new UsernameRefused(UsernameRefused.Reason.NOT_A_USERNAME);
        }
        if (findMember(name).isPresent()) {
            throw new UsernameRefused(UsernameRefused.Reason.TAKEN);
        }
        jdbc.sql("""
                        insert into account (member_id, username, sample, created_at)
                        values (:member, :username, false, :now)""")
                .param("member", member.value())
                .param("username", name)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Ends every session of {@code member} too. */
    @Transactional
    void setPassword(MemberId member, PasswordHash password) {
        jdbc.sql("""
                        update account set password_hash = :hash, sample = false, credential = credential + 1
                         where member_id = :member""")
                .param("hash", password.encoded())
                .param("member", member.value())
                .update();
    }

    /** Opens an account to everyone who knows the sample organisation's password. */
    @Transactional
    void openSample(MemberId member, PasswordHash password) {
        jdbc.sql("update account set password_hash = :hash, sample = true where member_id = :member")
                .param("hash", password.encoded())
                .param("member", member.value())
                .update();
    }
}
