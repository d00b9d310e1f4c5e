/** The tree of units, its members with their posts and roles, and who is acting now. */
@ApplicationModule(allowedDependencies = {"ui", "tables"})
@NullMarked
package vn.quantriet.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
