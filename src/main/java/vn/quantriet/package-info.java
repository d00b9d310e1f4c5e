/** Quán Triệt: a knowledge base and learning portal for resolutions and directives. One package per module. */
@NullMarked
package vn.quantriet;

import org.jspecify.annotations.NullMarked;
