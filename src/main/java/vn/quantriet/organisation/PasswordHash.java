package vn.quantriet.organisation;

/** A password as it is stored: nobody can tell the password from it. */
record PasswordHash(String encoded) {}
