/** Lecture decks: listed, read, presented full-screen, and published by reporters. */
@ApplicationModule(allowedDependencies = {"content", "organisation", "study", "ui"})
@NullMarked
package vn.quantriet.lectures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
