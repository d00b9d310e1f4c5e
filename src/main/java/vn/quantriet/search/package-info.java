/** Finding a passage: one port, {@link vn.quantriet.search.Search}, over Lucene. */
@ApplicationModule(allowedDependencies = {"content", "ui", "organisation"})
@NullMarked
package vn.quantriet.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
