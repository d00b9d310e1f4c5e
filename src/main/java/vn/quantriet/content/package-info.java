/** The library: Markdown files become resolutions, key points, decks and quizzes, validated, watched, rendered and published. */
@ApplicationModule(allowedDependencies = {"ui"})
@NullMarked
package vn.quantriet.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
