package vn.quantriet.ui;

/** A page that a module adds to those of the administrators of the whole portal. Register one as a bean. */
public interface AdministrationPage {

    /** Address within the portal, such as {@code /quan-tri/chi-muc}. */
    String address();

    /** Key of its name. */
    String nameKey();
}
