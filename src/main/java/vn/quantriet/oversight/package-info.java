/** What a secretary sees: completion of each unit, who is missing, and the list to take away. */
@ApplicationModule(allowedDependencies = {"content", "organisation", "study", "tables", "ui"})
@NullMarked
package vn.quantriet.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
