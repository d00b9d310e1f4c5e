package vn.quantriet.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.quantriet.study.ledger.Misfit.Kind;

/**
 * Three chains of ten entries: six were sealed, two more on the next day, two not yet. Whatever is done to them in the database is found,
 * and where.
 */
class TamperingTest {
    private static final String THIRD = " where member_id = 2 and seq = 3";

    @TempDir
    Path data;

    private LedgerFixture store;

    @BeforeEach
    void fill() {
        store = new LedgerFixture(data);
        grow(6);
        store.seals.seal();
        grow(2);
        store.seals.seal();
        grow(2);
    }

    private void grow(int entries) {
        for (long member = 1; member <= 3; member++) {
            store.append(member, entries);
        }
    }

    @Test
    void whatNobodyTouchedFits() {
        var report = store.check.everything(members -> {});

        assertThat(report.isSound()).isTrue();
        assertThat(report.members()).isEqualTo(3);
        assertThat(report.entries()).isEqualTo(30);
        assertThat(report.lastSeal().orElseThrow())
                .extracting(Seal::number, Seal::members, Seal::entries)
                .containsExactly(2, 3L, 6L);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void isFoundAndLocated(String name, Consumer<LedgerFixture> tampering, List<Tuple> misfits) {
        tampering.accept(store);

        assertThat(store.misfits())
                .extracting(Misfit::kind, Misfit::member, Misfit::number)
                .containsExactlyInAnyOrderElementsOf(misfits);
    }

    private record Tampering(String name, Consumer<LedgerFixture> deed, Tuple... misfits) {
        static Tampering sql(String name, String sql, Tuple... misfits) {
            return new Tampering(name, store -> store.sql(sql), misfits);
        }
    }

    static Stream<Object[]> tamperings() {
        return Stream.of(
                        Tampering.sql(
                                "clause changed",
                                "update ledger_entry set clause_id = 'v.1'" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        Tampering.sql(
                                "dated back",
                                "update ledger_entry set at = dateadd(day, -3, at)" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        Tampering.sql(
                                "recorded by somebody else",
                                "update ledger_entry set recorded_by = 9" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        Tampering.sql(
                                "words moved from one field to the next",
                                "update ledger_entry set text_hash = '', detail = text_hash || detail" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        Tampering.sql(
                                "given a reason",
                                "update ledger_entry set reason = 'ốm', on_day = date '2026-11-01'" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        Tampering.sql(
                                "hash changed",
                                "update ledger_entry set hash = repeat('a', 64)" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        Tampering.sql(
                                "said to be of an earlier format",
                                "update ledger_entry set format = 1" + THIRD,
                                at(Kind.ENTRY_CHANGED, 2, 3)),
                        new Tampering(
                                "changed, with a hash that fits",
                                store -> {
                                    LedgerRow row = store.rows(2).get(2);
                                    store.put(LedgerFixture.made(row, row.seq(), "9/9", row.previousHash()));
                                },
                                at(Kind.ENTRY_OUT_OF_PLACE, 2, 4)),
                        new Tampering(
                                "last one changed, with a hash that fits",
                                store -> {
                                    LedgerRow row = store.rows(2).getLast();
                                    store.put(LedgerFixture.made(row, row.seq(), "9/9", row.previousHash()));
                                },
                                at(Kind.ENTRY_CHANGED, 2, 10)),
                        new Tampering(
                                "chain rewritten from a sealed entry on",
                                store -> store.rewrite(2, 3, "9/9"),
                                at(Kind.REWRITTEN_AFTER_SEAL, 2, 1)),
                        new Tampering(
                                "chain rewritten from an entry of the second seal on",
                                store -> store.rewrite(2, 7, "9/9"),
                                at(Kind.REWRITTEN_AFTER_SEAL, 2, 7)),
                        Tampering.sql("deleted", "delete from ledger_entry" + THIRD, at(Kind.ENTRY_MISSING, 2, 3)),
                        Tampering.sql(
                                "last one deleted",
                                "delete from ledger_entry where member_id = 2 and seq = 10",
                                at(Kind.ENTRY_MISSING, 2, 10)),
                        new Tampering(
                                "end cut off behind a seal and the head moved back",
                                store -> {
                                    store.sql("delete from ledger_entry where member_id = 2 and seq > 7");
                                    store.sql("update ledger_head set seq = 7, hash = '"
                                            + store.rows(2).getLast().hash() + "' where member_id = 2");
                                },
                                at(Kind.ENTRY_MISSING, 2, 8)),
                        new Tampering(
                                "whole chain deleted",
                                store -> {
                                    store.sql("delete from ledger_entry where member_id = 2");
                                    store.sql("delete from ledger_head where member_id = 2");
                                },
                                at(Kind.ENTRY_MISSING, 2, 1)),
                        new Tampering(
                                "two swapped",
                                store -> {
                                    store.sql("update ledger_entry set seq = 0" + THIRD);
                                    store.sql("update ledger_entry set seq = 3 where member_id = 2 and seq = 4");
                                    store.sql("update ledger_entry set seq = 4 where member_id = 2 and seq = 0");
                                },
                                at(Kind.ENTRY_OUT_OF_PLACE, 2, 3)),
                        new Tampering(
                                "one slipped in and the later ones renumbered",
                                store -> {
                                    for (int seq = 10; seq > 3; seq--) {
                                        store.sql("update ledger_entry set seq = " + (seq + 1)
                                                + " where member_id = 2 and seq = " + seq);
                                    }
                                    LedgerRow third = store.rows(2).get(2);
                                    store.put(LedgerFixture.made(third, 4, "9/9", third.hash()));
                                },
                                at(Kind.ENTRY_OUT_OF_PLACE, 2, 5)),
                        new Tampering(
                                "one appended past the head",
                                store -> {
                                    LedgerRow last = store.rows(2).getLast();
                                    store.put(LedgerFixture.made(last, 11, "9/9", last.hash()));
                                },
                                at(Kind.ENTRY_BEYOND_END, 2, 11)),
                        Tampering.sql(
                                "given to another member",
                                "update ledger_entry set member_id = 3, seq = 11 where member_id = 2 and seq = 10",
                                at(Kind.ENTRY_MISSING, 2, 10),
                                at(Kind.ENTRY_OUT_OF_PLACE, 3, 11)),
                        new Tampering(
                                "head given to a member who has done nothing",
                                store -> {
                                    store.sql("update ledger_head set member_id = 4 where member_id = 3");
                                    store.sql("delete from ledger_entry where member_id = 3");
                                    store.sql("delete from ledger_seal_end where member_id = 3");
                                },
                                at(Kind.ENTRY_MISSING, 4, 1),
                                at(Kind.SEAL_CHANGED, 0, 1),
                                at(Kind.SEAL_CHANGED, 0, 2)),
                        Tampering.sql(
                                "sealed end changed",
                                "update ledger_seal_end set hash = repeat('a', 64) where member_id = 2 and seal_number = 1",
                                at(Kind.REWRITTEN_AFTER_SEAL, 2, 1),
                                at(Kind.SEAL_CHANGED, 0, 1)),
                        Tampering.sql(
                                "seal dated back",
                                "update ledger_seal set sealed_at = dateadd(day, -1, sealed_at) where number = 2",
                                at(Kind.SEAL_CHANGED, 0, 2)),
                        Tampering.sql(
                                "seal deleted",
                                "delete from ledger_seal where number = 1",
                                at(Kind.SEAL_MISSING, 0, 1)),
                        new Tampering(
                                "last seal deleted with its ends",
                                store -> {
                                    store.sql("delete from ledger_seal_end where seal_number = 2");
                                    store.sql("delete from ledger_seal where number = 2");
                                },
                                at(Kind.SEAL_MISSING, 0, 2)),
                        new Tampering(
                                "chain rewritten and all seals made anew",
                                store -> {
                                    store.sql("delete from ledger_seal_end");
                                    store.sql("delete from ledger_seal");
                                    store.rewrite(2, 3, "9/9");
                                    store.sealUnseen();
                                },
                                at(Kind.SEAL_CHANGED, 0, 1),
                                at(Kind.SEAL_MISSING, 0, 2)))
                .map(t -> new Object[] {t.name(), t.deed(), List.of(t.misfits())});
    }

    private static Tuple at(Kind kind, long member, int number) {
        return tuple(kind, member, number);
    }
}
