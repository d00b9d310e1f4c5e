package vn.quantriet.organisation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
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
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final RoleGrants grants;
    private final Mode mode;
    private final Clock clock;
    private final String hashOfNobody;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, RoleGrants grants, Mode mode, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.grants = grants;
        this.mode = mode;
        this.clock = clock;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    /**
     * The member whose name and password these are. An unknown name takes as long as a wrong password, so that the answer's
     * time tells nothing. In production the accounts of the sample organisation are refused.
     */
    @Transactional(readOnly = true)
    public Optional<MemberId> signIn(String username, String password) {
        record Row(long memberId, String passwordHash, boolean sample) {}
        Optional<Row> account = jdbc.sql("""
                        select member_id, password_hash, sample from account
                         where username = :username and password_hash is not null""")
                .param("username", username.strip().toLowerCase(Locale.ROOT))
                .query((row, number) ->
                        new Row(row.getLong("member_id"), row.getString("password_hash"), row.getBoolean("sample")))
                .optional();
        boolean right = passwords.matches(
                password.length() <= LONGEST_PASSWORD ? password : "",
                account.map(Row::passwordHash).orElse(hashOfNobody));
        return account.filter(row -> right && (mode.isTrial() || !row.sample()))
                .map(row -> new MemberId(row.memberId()));
    }

    @Transactional(readOnly = true)
    public Optional<MemberId> findMember(String username) {
        return jdbc.sql("select member_id from account where username = :username")
                .param("username", username.toLowerCase(Locale.ROOT))
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

    /** Whether {@code text} can be a username: two to sixty of a–z, 0–9, dot, hyphen, underscore. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /** @throws UsernameRefused when it is taken or cannot be one */
    @Transactional
    void create(MemberId member, String username) {
        String name = username.strip().toLowerCase(Locale.ROOT);
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

    /** @throws PasswordRefused when it is not good enough */
    @Transactional
    void setPassword(MemberId member, String password) {
        String username =
                usernameOf(member).orElseThrow(() -> new IllegalStateException("no account of " + member.value()));
        if (password.length() < SHORTEST_PASSWORD) {
            throw new PasswordRefused(PasswordRefused.Reason.SHORT);
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw new PasswordRefused(PasswordRefused.Reason.LONG);
        }
        if (password.strip().equalsIgnoreCase(username)) {
            throw new PasswordRefused(PasswordRefused.Reason.USERNAME);
        }
        store(member, password, false);
    }

    /** Opens an account to everyone who knows the sample organisation's password. */
    @Transactional
    void openSample(MemberId member, String password) {
        store(member, password, true);
    }

    private void store(MemberId member, String password, boolean sample) {
        jdbc.sql("update account set password_hash = :hash, sample = :sample where member_id = :member")
                .param("hash", passwords.encode(password))
                .param("sample", sample)
                .param("member", member.value())
                .update();
    }
}
