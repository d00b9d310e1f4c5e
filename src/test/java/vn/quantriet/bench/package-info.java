/** Measures the portal from outside, as its own process: {@code bin/bench reading}, {@code kill}, {@code start} and {@code library}. */
@NullMarked
package vn.quantriet.bench;

import org.jspecify.annotations.NullMarked;
