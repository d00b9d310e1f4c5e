package vn.quantriet.study.ledger;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code bin/verify-ledger}: recomputes the ledger without the portal and says where it does not fit. Reads the database that the portal
 * is told of by {@code SPRING_DATASOURCE_URL}, or the file in {@code QUANTRIET_DATA}, and changes nothing. Ends with 0 when everything
 * fits, 1 when something does not, 2 when it could not be read.
 */
final class VerifyLedger {
    private static final int FIRST = 20;

    private VerifyLedger() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        Path data = Path.of(environment.getOrDefault("QUANTRIET_DATA", "data"));
        String url = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
        if (url.isEmpty() && !Files.exists(data.resolve("database/quantriet.mv.db"))) {
            err.println("verify-ledger: expected a database in " + data
                    + "/database, or SPRING_DATASOURCE_URL; found none");
            return 2;
        }
        var source = new DriverManagerDataSource(
                url.isEmpty()
                        ? "jdbc:h2:file:" + data.toAbsolutePath()
                                + "/database/quantriet;ACCESS_MODE_DATA=r;IFEXISTS=TRUE"
                        : url,
                environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "quantriet"),
                environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        try {
            var check = new LedgerCheck(JdbcClient.create(source), new SealWitness(data));
            return print(check.everything(members -> {}), out);
        } catch (DataAccessException e) {
            err.println(
                    "verify-ledger: the database cannot be read; while the portal runs on a file it alone can. Stop it, or look at"
                            + " Administration, Ledger. ("
                            + Optional.ofNullable(e.getMostSpecificCause().getMessage())
                                    .orElse("") + ")");
            return 2;
        }
    }

    private static int print(LedgerCheck.Report report, PrintStream out) {
        report.misfits().stream().limit(FIRST).forEach(misfit -> out.println(sentence(misfit)));
        if (report.broken() > FIRST) {
            out.printf(Locale.ROOT, "… and %d more%n", report.broken() - FIRST);
        }
        out.printf(
                Locale.ROOT,
                "ledger members=%d entries=%d seals=%d last_seal=%s broken=%d%n",
                report.members(),
                report.entries(),
                report.lastSeal().map(Seal::number).orElse(0),
                report.lastSeal().map(Seal::hash).orElse("none"),
                report.broken());
        return report.isSound() ? 0 : 1;
    }

    private static String sentence(Misfit misfit) {
        String where = misfit.kind().isOfSeal()
                ? "seal " + misfit.number()
                : "member " + misfit.member() + ", entry " + misfit.number();
        String what = switch (misfit.kind()) {
            case ENTRY_CHANGED -> "was changed: its fields do not give its hash";
            case ENTRY_MISSING -> "is missing";
            case ENTRY_OUT_OF_PLACE -> "does not follow the entry before it";
            case ENTRY_BEYOND_END -> "stands beyond the end of its chain";
            case REWRITTEN_AFTER_SEAL -> "and what follows are not what was sealed";
            case SEAL_MISSING -> "is missing";
            case SEAL_CHANGED -> "was changed, or what it covers was";
        };
        String hashes = misfit.expected().isEmpty() && misfit.found().isEmpty()
                ? ""
                : " (found " + (misfit.found().isEmpty() ? "nothing" : misfit.found()) + ", expected "
                        + (misfit.expected().isEmpty() ? "an entry" : misfit.expected()) + ")";
        return where + ": " + what + hashes;
    }
}
