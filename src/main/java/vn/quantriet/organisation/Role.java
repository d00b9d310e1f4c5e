package vn.quantriet.organisation;

/**
 * What a person may do beyond studying. A grant of a role is bound to a unit and holds in its whole subtree; everyone is a
 * {@link #MEMBER}. As a Spring Security authority each is prefixed by {@code ROLE_}; the constants name them for annotations.
 */
public enum Role {
    MEMBER,
    REPORTER,
    EDITOR,
    SECRETARY,
    ADMINISTRATOR;

    public static final String REPORTER_NAME = "REPORTER";
    public static final String EDITOR_NAME = "EDITOR";
    public static final String SECRETARY_NAME = "SECRETARY";
    public static final String ADMINISTRATOR_NAME = "ADMINISTRATOR";
}
