/** Word, PDF and PowerPoint, in and out; names no feature. */
@ApplicationModule(allowedDependencies = {"content", "ui"})
@NullMarked
package vn.quantriet.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
