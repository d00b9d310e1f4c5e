/** The append-only record of what each member did, chained and sealed so that nobody can change it unseen. */
@NullMarked
package vn.quantriet.study.ledger;

import org.jspecify.annotations.NullMarked;
