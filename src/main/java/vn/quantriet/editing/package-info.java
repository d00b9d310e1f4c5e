/** Writing in the browser: texts are drafted, reviewed by somebody else, merged with what others published, and published. */
@ApplicationModule(allowedDependencies = {"content", "documents", "organisation", "search", "ui"})
@NullMarked
package vn.quantriet.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
