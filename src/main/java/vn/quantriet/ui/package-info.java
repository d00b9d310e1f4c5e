/** The shell around every page, shared view pieces, texts and formats. Names no feature. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.quantriet.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
