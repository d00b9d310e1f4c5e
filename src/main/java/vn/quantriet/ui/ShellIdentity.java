package vn.quantriet.ui;

import java.util.Optional;

/** Tells the shell who is signed in. Implemented by the module that knows. */
public interface ShellIdentity {

    Optional<Person> current();

    /**
     * Who is signed in, as the shell shows it.
     *
     * @param place the unit they belong to
     */
    record Person(String name, String initials, String place) {}
}
