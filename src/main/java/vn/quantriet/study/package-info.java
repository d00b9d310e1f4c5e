/** What a member owes and what they did: campaigns, obligations, the ledger, reading, quizzes and notes. */
@ApplicationModule(allowedDependencies = {"content", "organisation", "search", "ui"})
@NullMarked
package vn.quantriet.study;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
