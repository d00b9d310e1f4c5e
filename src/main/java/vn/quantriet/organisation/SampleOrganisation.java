package vn.quantriet.organisation;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.quantriet.organisation.sample.SampleFiles;
import vn.quantriet.ui.Mode;

/**
 * Fills an empty portal in trial mode, before it answers its first request, through the same import that an administrator
 * uses. All or nothing: a start that is killed midway leaves an empty portal, which the next start fills.
 */
@Component
class SampleOrganisation implements SmartInitializingSingleton {
    static final long SEED = 1945;

    private final OrganisationImport organisationImport;
    private final Accounts accounts;
    private final UnitTree tree;
    private final Mode mode;
    private final TransactionOperations transaction;

    SampleOrganisation(
            OrganisationImport organisationImport,
            Accounts accounts,
            UnitTree tree,
            Mode mode,
            TransactionOperations transaction) {
        this.organisationImport = organisationImport;
        this.accounts = accounts;
        this.tree = tree;
        this.mode = mode;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mode.isTrial() && tree.root().isEmpty()) {
            transaction.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        SampleFiles files = SampleFiles.from(SEED);
        organisationImport.applyIntoEmptyTree(files.units(), files.members());
        for (String username : SampleAccounts.USERNAMES) {
            accounts.openSample(accounts.findMember(username).orElseThrow(), SampleAccounts.PASSWORD);
        }
    }
}
