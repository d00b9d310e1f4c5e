package vn.quantriet.oversight;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberNotFound;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.study.CampaignId;
import vn.quantriet.study.ObligationRegister;
import vn.quantriet.study.ObligationRegister.Standing;
import vn.quantriet.study.Step;

/** Reads who has not completed, with name and unit: one query for the standings and one for the names, however many. */
@Component
class MissingMembers {

    private final ObligationRegister register;
    private final MemberDirectory directory;
    private final UnitTree units;

    MissingMembers(ObligationRegister register, MemberDirectory directory, UnitTree units) {
        this.register = register;
        this.directory = directory;
        this.units = units;
    }

    record Chunk(List<MissingMember> members, long total) {}

    /** @throws org.springframework.security.access.AccessDeniedException unless secretary of {@code unit} */
    Chunk read(CampaignId campaign, ResolutionId text, UnitId unit, Collection<Step> steps, int offset, int limit) {
        var page = register.standings(campaign, text, unit, steps, offset, limit);
        var profiles = directory.profiles(
                page.standings().stream().map(Standing::member).toList());
        var members = page.standings().stream()
                .map(standing -> new MissingMember(
                        Optional.ofNullable(profiles.get(standing.member()))
                                .orElseThrow(() -> new MemberNotFound(standing.member())),
                        units.get(standing.unit()),
                        standing.step(),
                        standing.dueOn(),
                        standing.readClauses(),
                        standing.quizPassed()))
                .toList();
        return new Chunk(members, page.total());
    }
}
