/** Tables in and out: CSV read with a problem per row, XLSX written as a stream. Names no feature. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.quantriet.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
