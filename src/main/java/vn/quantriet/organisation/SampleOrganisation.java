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
    private final PasswordHashing hashing;
    private final UnitTree tree;
    private final Mode mode;
    private final TransactionOperations transaction;

    SampleOrganisation(
            OrganisationImport organisationImport,
            Accounts accounts,
            PasswordHashing hashing,
            UnitTree tree,
            Mode mode,
            TransactionOperations transaction) {
        this.organisationImport = organisationImport;
        this.accounts = accounts;
        this.hashing = hashing;
        this.tree = tree;
        this.mode = mode;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mode.isTrial() && tree.root().isEmpty()) {
            // One hash for all: everyone knows the password that it hides.
            PasswordHash password = hashing.ofGiven(SampleAccounts.PASSWORD);
            transaction.executeWithoutResult(status -> load(password));
        }
    }

    private void load(PasswordHash password) {
        SampleFiles files = SampleFiles.from(SEED);
        organisationImport.applyIntoEmptyTree(files.units(), files.members());
        for (String username : SampleAccounts.USERNAMES) {
            accounts.openSample(accounts.findMember(username).orElseThrow(), password);
        }
    }
}
