/** Measures the portal from outside, as its own process: {@code bin/bench reading}, {@code kill} and {@code start}. */
@NullMarked
package vn.quantriet.bench;

import org.jspecify.annotations.NullMarked;
