package vn.quantriet.portal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.SignedInMember;

/** Lets a test act as one of the people of the sample organisation. */
@TestComponent
public class People {

    private final JdbcClient jdbc;
    private final AtomicInteger newcomers = new AtomicInteger();

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MemberId id(String username) {
        return new MemberId(jdbc.sql("select member_id from account where username = ?")
                .param(username)
                .query(Long.class)
                .single());
    }

    /** A party member, from the last units on, who has no account and has studied nothing; another one at each call. */
    public MemberId newcomer() {
        return new MemberId(jdbc.sql("""
                        select m.id from member m
                         where m.party_member
                           and not exists (select 1 from account a where a.member_id = m.id)
                           and not exists (select 1 from study_record r where r.member_id = m.id)
                         order by m.id desc limit 1 offset :called""")
                .param("called", newcomers.getAndIncrement())
                .query(Long.class)
                .single());
    }

    public Authentication signIn(MemberId member) {
        return new UsernamePasswordAuthenticationToken(
                new SignedInMember(member, "member" + member.value()),
                "",
                List.of(new SimpleGrantedAuthority("ROLE_MEMBER")));
    }

    public <T> T as(MemberId member, Callable<T> deed) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signIn(member));
            SecurityContextHolder.setContext(context);
            return deed.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public <T> T as(String username, Callable<T> deed) {
        return as(id(username), deed);
    }
}
