package vn.quantriet.study;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.Holding;
import vn.quantriet.content.Library;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.MemberDirectory;
import vn.quantriet.organisation.MemberDirectory.MemberPlace;
import vn.quantriet.organisation.MemberId;
import vn.quantriet.organisation.SampleAccounts;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.search.SearchIndex;
import vn.quantriet.study.ledger.StudyLedger;
import vn.quantriet.ui.Mode;
import vn.quantriet.ui.Translations;

/**
 * Trial mode only: gives the sample organisation one campaign, some history and a local note, so that a newcomer finds pages
 * with something on them. The same every time: chance comes from a fixed seed. Whoever has a sample account has done nothing yet.
 */
@Component
class SampleStudy implements SmartLifecycle {
    private static final long SEED = 1930;
    private static final int DAYS_OPEN = 23;
    private static final int DAYS_LEFT = 7;

    /** Texts of the campaign, with the share of members who have begun and of those who have then completed. */
    private static final Map<ResolutionId, Share> TEXTS = Map.of(
            new ResolutionId("72-nq-tw"), new Share(0.86, 0.9),
            new ResolutionId("57-nq-tw"), new Share(0.55, 0.6),
            new ResolutionId("68-nq-tw"), new Share(0.2, 0.4));

    private static final ResolutionId NOTED_TEXT = new ResolutionId("57-nq-tw");
    private static final ClauseId NOTED_CLAUSE = new ClauseId("ii.2");

    private final Mode mode;
    private final Campaigns campaigns;
    private final CampaignRows campaignRows;
    private final StudyLedger ledger;
    private final SampleHistory history;
    private final SampleAccounts accounts;
    private final LocalNotes localNotes;
    private final NotePassages passages;
    private final SearchIndex index;
    private final Library library;
    private final UnitTree units;
    private final MemberDirectory members;
    private final Translations translations;
    private final TransactionOperations transaction;
    private final Clock clock;

    SampleStudy(
            Mode mode,
            Campaigns campaigns,
            CampaignRows campaignRows,
            StudyLedger ledger,
            SampleHistory history,
            SampleAccounts accounts,
            LocalNotes localNotes,
            NotePassages passages,
            SearchIndex index,
            Library library,
            UnitTree units,
            MemberDirectory members,
            Translations translations,
            TransactionOperations transaction,
            Clock clock) {
        this.mode = mode;
        this.campaigns = campaigns;
        this.campaignRows = campaignRows;
        this.ledger = ledger;
        this.history = history;
        this.accounts = accounts;
        this.localNotes = localNotes;
        this.passages = passages;
        this.index = index;
        this.library = library;
        this.units = units;
        this.members = members;
        this.translations = translations;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Share(double begun, double completed) {}

    /** After the sample organisation is there, and before the portal answers its first request. */
    @Override
    public void start() {
        transaction.executeWithoutResult(status -> fillIfEmpty());
    }

    @Override
    public void stop() {
        // Nothing runs on.
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void fillIfEmpty() {
        boolean textsAreThere =
                TEXTS.keySet().stream().allMatch(id -> library.resolution(id).isPresent());
        if (mode.isTrial() && textsAreThere && campaignRows.count() == 0 && ledger.isEmpty()) {
            units.root().ifPresent(this::fill);
        }
    }

    private void fill(Unit root) {
        var random = new Random(SEED);
        var idle = new HashSet<>(accounts.members());
        var audience = members.partyMembersWithin(root);
        for (ResolutionId id : TEXTS.keySet().stream()
                .sorted(Comparator.comparing(ResolutionId::value))
                .toList()) {
            Holding holding = library.get(id);
            for (MemberPlace place : audience) {
                double luck = random.nextDouble();
                double ease = ease(place);
                Share share = TEXTS.getOrDefault(id, new Share(0, 0));
                if (!idle.contains(place.member()) && luck < share.begun() * ease) {
                    double part = luck < share.begun() * share.completed() * ease ? 1 : random.nextDouble();
                    history.write(place.member(), holding, part, random.nextInt(DAYS_OPEN));
                }
            }
        }
        history.close();
        LocalDate today = LocalDate.now(clock);
        campaigns.openAsSystem(new Campaigns.Plan(
                translations.getTranslation("study.sample.campaign", Translations.VIETNAMESE),
                root.id(),
                today.minusDays(DAYS_OPEN),
                today.plusDays(DAYS_LEFT),
                TEXTS.keySet().stream().collect(Collectors.toMap(id -> id, id -> Depth.IN_DEPTH))));
        audience.stream().findFirst().map(MemberPlace::member).ifPresent(author -> writeLocalNotes(root, author));
    }

    /** Units differ: some are nearly done, some have hardly begun. */
    private static double ease(MemberPlace place) {
        return 0.55 + new Random(place.unit().value() * SEED).nextDouble() * 0.6;
    }

    private void writeLocalNotes(Unit root, MemberId author) {
        var body = new NoteBody(translations.getTranslation("study.sample.localNote", Translations.VIETNAMESE));
        for (Unit unit : units.children(root.id())) {
            var note =
                    localNotes.save(new LocalNote(unit.id(), author, NOTED_TEXT, NOTED_CLAUSE, body, clock.instant()));
            index.put(passages.of(note));
        }
    }
}
