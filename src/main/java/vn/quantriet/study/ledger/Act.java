package vn.quantriet.study.ledger;

/** What an entry says was done. */
public enum Act {
    CLAUSE_READ,
    QUIZ_PASSED,
    QUIZ_FAILED,
    TEXT_COMPLETED
}
