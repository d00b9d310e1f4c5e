/** Which clause of a new version is which of the version before. Pure functions: reads no files and knows no Git. */
@NullMarked
package vn.quantriet.content.identity;

import org.jspecify.annotations.NullMarked;
