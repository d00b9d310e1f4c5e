/** Who may come in: sign-in, first administrator, and what the browser may load. Nobody depends on it. */
@ApplicationModule(allowedDependencies = {"organisation", "ui"})
@NullMarked
package vn.quantriet.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
