package vn.quantriet.study.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.quantriet.organisation.MemberId;

/**
 * Recomputes every hash of the ledger and of its seals, and says where each chain first does not fit. Reads a few hundred chains at a
 * time. Entries that were added since the last seal are held by their chain alone.
 */
@Component
public class LedgerCheck {
    private static final int CHAINS_AT_ONCE = 500;
    private static final int MOST_MISFITS = 1_000;

    private final JdbcClient jdbc;
    private final SealWitness witness;

    LedgerCheck(JdbcClient jdbc, SealWitness witness) {
        this.jdbc = jdbc;
        this.witness = witness;
    }

    /**
     * What was looked at, and what does not fit: at most one place of each chain.
     *
     * @param broken how many places do not fit
     * @param misfits the first of them
     * @param lastSeal absent when nothing was sealed yet
     */
    public record Report(long members, long entries, long broken, List<Misfit> misfits, Optional<Seal> lastSeal) {
        public Report {
            misfits = List.copyOf(misfits);
        }

        public boolean isSound() {
            return broken == 0;
        }
    }

    /** @param progress is told how many members have been looked at */
    public Report everything(Consumer<Long> progress) {
        List<Misfit> misfits = new ArrayList<>(seals());
        long broken = misfits.size();
        long members = 0;
        long entries = 0;
        long from = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            List<Long> next = jdbc.sql(
                            "select member_id from ledger_head where member_id >= ? order by member_id limit ?")
                    .params(from, CHAINS_AT_ONCE)
                    .query((row, number) -> row.getLong("member_id"))
                    .list();
            more = next.size() == CHAINS_AT_ONCE;
            // Up to the next head, or the end: entries of a member who has no head must be met, too.
            long to = more ? next.getLast() : Long.MAX_VALUE;
            for (Chain chain : chains(from, to)) {
                members++;
                entries += chain.rows.size();
                Optional<Misfit> misfit = chain.misfit();
                broken += misfit.isPresent() ? 1 : 0;
                misfit.filter(m -> misfits.size() < MOST_MISFITS).ifPresent(misfits::add);
            }
            progress.accept(members);
            from = more ? to + 1 : to;
        }
        return new Report(members, entries, broken, misfits, lastSeal());
    }

    /** Of one member alone, without the seals themselves. */
    public Optional<Misfit> of(MemberId member) {
        return chains(member.value(), member.value()).stream().findFirst().flatMap(Chain::misfit);
    }

    private List<Chain> chains(long from, long to) {
        Map<Long, Chain> chains = new TreeMap<>();
        jdbc.sql("select " + LedgerRow.COLUMNS
                        + " from ledger_entry where member_id between ? and ? order by member_id, seq")
                .params(from, to)
                .query(LedgerRow::read)
                .list()
                .forEach(row -> chain(chains, row.member()).rows.add(row));
        jdbc.sql(
                        "select seal_number, member_id, since, seq, hash from ledger_seal_end where member_id between ? and ? order by seq")
                .params(from, to)
                .query(SealedEnd::read)
                .list()
                .forEach(end -> chain(chains, end.member()).sealed.put(end.seq(), end));
        jdbc.sql("select member_id, seq, hash from ledger_head where member_id between ? and ?")
                .params(from, to)
                .query((row, number) -> Map.entry(row.getLong("member_id"), ChainEnds.read(row, number)))
                .list()
                .forEach(end -> chain(chains, end.getKey()).end = end.getValue());
        return List.copyOf(chains.values());
    }

    private static Chain chain(Map<Long, Chain> chains, long member) {
        return chains.computeIfAbsent(member, Chain::new);
    }

    private static final class Chain {
        private final long member;
        private final List<LedgerRow> rows = new ArrayList<>();
        private final Map<Integer, SealedEnd> sealed = new TreeMap<>();
        private ChainEnd end = ChainEnd.NONE;

        Chain(long member) {
            this.member = member;
        }

        Optional<Misfit> misfit() {
            ChainEnd last = ChainEnd.NONE;
            for (LedgerRow row : rows) {
                var misfit = misfit(last, row);
                if (misfit.isPresent()) {
                    return misfit;
                }
                last = row.end();
            }
            for (SealedEnd known : sealed.values()) {
                if (known.seq() > last.seq()) {
                    return missing(last.seq() + 1, known.hash());
                }
            }
            if (end.seq() > last.seq()) {
                return missing(last.seq() + 1, end.hash());
            }
            if (end.seq() < last.seq()) {
                return misfit(Misfit.Kind.ENTRY_BEYOND_END, end.seq() + 1, last.hash(), end.hash());
            }
            return end.equals(last)
                    ? Optional.empty()
                    : misfit(Misfit.Kind.ENTRY_CHANGED, last.seq(), last.hash(), end.hash());
        }

        private Optional<Misfit> misfit(ChainEnd before, LedgerRow row) {
            int next = before.seq() + 1;
            if (row.seq() > next) {
                return missing(next, "");
            }
            if (row.seq() < next || !row.previousHash().equals(before.hash())) {
                return misfit(Misfit.Kind.ENTRY_OUT_OF_PLACE, row.seq(), row.previousHash(), before.hash());
            }
            if (!row.hash().equals(row.computedHash())) {
                return misfit(Misfit.Kind.ENTRY_CHANGED, row.seq(), row.computedHash(), row.hash());
            }
            SealedEnd known = sealed.get(row.seq());
            return known == null || known.hash().equals(row.hash())
                    ? Optional.empty()
                    : misfit(Misfit.Kind.REWRITTEN_AFTER_SEAL, known.since() + 1, row.hash(), known.hash());
        }

        private Optional<Misfit> missing(int number, String expected) {
            return misfit(Misfit.Kind.ENTRY_MISSING, number, "", expected);
        }

        private Optional<Misfit> misfit(Misfit.Kind kind, int number, String found, String expected) {
            return Optional.of(new Misfit(kind, member, number, found, expected));
        }
    }

    /** At most one for each seal. */
    private List<Misfit> seals() {
        List<Misfit> misfits = new ArrayList<>();
        Map<Integer, Seal> kept = new TreeMap<>();
        jdbc.sql("select * from ledger_seal").query(Seal::read).list().forEach(seal -> kept.put(seal.number(), seal));
        Map<Integer, String> witnessed = witness.seals();
        int sealed = jdbc.sql("select coalesce(max(seal_number), 0) as last from ledger_seal_end")
                .query((row, number) -> row.getInt("last"))
                .single();
        int last = Stream.of(kept.keySet(), witnessed.keySet(), Set.of(sealed))
                .flatMap(Set::stream)
                .max(Comparator.naturalOrder())
                .orElse(0);
        for (int number = 1; number <= last; number++) {
            Seal seal = kept.get(number);
            String expected = witnessed.getOrDefault(number, "");
            if (seal == null) {
                misfits.add(Misfit.seal(Misfit.Kind.SEAL_MISSING, number, "", expected));
                continue;
            }
            Seal before = kept.get(number - 1);
            String previous = before != null ? before.hash() : number == 1 ? ChainEnd.NONE.hash() : seal.previousHash();
            Seal computed = Seal.over(jdbc, number, seal.sealedAt(), previous);
            if (!computed.equals(seal)) {
                misfits.add(Misfit.seal(Misfit.Kind.SEAL_CHANGED, number, computed.hash(), seal.hash()));
            } else if (!expected.isEmpty() && !expected.equals(seal.hash())) {
                misfits.add(Misfit.seal(Misfit.Kind.SEAL_CHANGED, number, seal.hash(), expected));
            }
        }
        return misfits;
    }

    private Optional<Seal> lastSeal() {
        return jdbc.sql("select * from ledger_seal order by number desc limit 1")
                .query(Seal::read)
                .optional();
    }
}
