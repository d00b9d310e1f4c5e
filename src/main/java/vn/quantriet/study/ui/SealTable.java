package vn.quantriet.study.ui;

import com.vaadin.flow.component.html.Code;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.quantriet.study.ledger.Seal;
import vn.quantriet.ui.Formats;
import vn.quantriet.ui.PlainTable;

/** Seals with their whole hashes, to be written down or printed. */
class SealTable extends PlainTable {

    SealTable(List<Seal> seals, Function<Instant, String> moment) {
        super(List.of(
                "study.ledger.seal-number",
                "study.ledger.seal-at",
                "study.ledger.seal-entries",
                "study.ledger.seal-hash"));
        seals.forEach(seal -> row(List.of(
                words(String.valueOf(seal.number())),
                words(moment.apply(seal.sealedAt())),
                words(Formats.number(seal.entries(), getLocale())),
                new Code(seal.hash()))));
    }
}
