package vn.quantriet.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.quantriet.ui.Mode;

/** The accounts that the sign-in page of a trial offers with a click. In production there are none. */
@Service
public class SampleAccounts {

    /** The one password of all sample accounts; it protects nothing, and production refuses it. */
    public static final String PASSWORD = "quantriet";

    /** In the order of the sign-in page, with the translation key that says what each is there to show. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("ha", "organisation.sample.member"),
            Map.entry("minh", "organisation.sample.other-branch"),
            Map.entry("khang", "organisation.sample.reporter"),
            Map.entry("mai", "organisation.sample.editor"),
            Map.entry("nghia", "organisation.sample.chief-editor"),
            Map.entry("binh", "organisation.sample.cell-secretary"),
            Map.entry("lan", "organisation.sample.upper-secretary"),
            Map.entry("tam", "organisation.sample.provincial-secretary"),
            Map.entry("quantri", "organisation.sample.administrator"));

    static final List<String> USERNAMES =
            List.of("ha", "minh", "khang", "mai", "nghia", "binh", "lan", "tam", "quantri");

    private final Accounts accounts;
    private final Members members;
    private final UnitTree tree;
    private final Mode mode;

    SampleAccounts(Accounts accounts, Members members, UnitTree tree, Mode mode) {
        this.accounts = accounts;
        this.members = members;
        this.tree = tree;
        this.mode = mode;
    }

    /**
     * One of them.
     *
     * @param roleKey translation key of what the person does
     */
    public record SampleAccount(String username, String fullName, String roleKey, String unitName) {}

    public List<SampleAccount> list() {
        return mode.isTrial()
                ? USERNAMES.stream().flatMap(name -> account(name).stream()).toList()
                : List.of();
    }

    /** The members behind them; none in production. */
    public List<MemberId> members() {
        return mode.isTrial()
                ? USERNAMES.stream()
                        .flatMap(name -> accounts.findSample(name).stream())
                        .toList()
                : List.of();
    }

    private Optional<SampleAccount> account(String username) {
        return accounts.findSample(username)
                .map(members::get)
                .map(profile -> new SampleAccount(
                        username,
                        profile.fullName(),
                        ROLES.getOrDefault(username, ""),
                        tree.get(profile.unit()).name()));
    }
}
