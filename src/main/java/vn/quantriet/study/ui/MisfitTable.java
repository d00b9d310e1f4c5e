package vn.quantriet.study.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.MemberProfile;
import vn.quantriet.study.ledger.Misfit;
import vn.quantriet.ui.PlainTable;

/** Where the ledger does not fit: whose chain, which entry, and what is wrong with it. */
class MisfitTable extends PlainTable {
    private static final int SHOWN = 100;

    MisfitTable(List<Misfit> misfits, MemberDirectory members) {
        super(List.of("study.ledger.misfit-where", "study.ledger.misfit-number", "study.ledger.misfit-what"));
        List<Misfit> first = misfits.stream().limit(SHOWN).toList();
        Map<MemberId, MemberProfile> profiles = members.profiles(first.stream()
                .flatMap(misfit -> member(misfit).stream())
                .distinct()
                .toList());
        first.forEach(misfit -> row(List.of(
                words(where(misfit, profiles)),
                words(String.valueOf(misfit.number())),
                words(getTranslation("study.ledger.misfit." + misfit.kind().name())))));
    }

    private static Optional<MemberId> member(Misfit misfit) {
        return misfit.member() > 0 ? Optional.of(new MemberId(misfit.member())) : Optional.empty();
    }

    private String where(Misfit misfit, Map<MemberId, MemberProfile> profiles) {
        if (misfit.kind().isOfSeal()) {
            return getTranslation("study.ledger.misfit-seal");
        }
        return member(misfit)
                .map(profiles::get)
                .map(profile -> profile.fullName() + " (" + profile.code() + ")")
                .orElseGet(() -> getTranslation("study.ledger.misfit-stranger", String.valueOf(misfit.member())));
    }
}
