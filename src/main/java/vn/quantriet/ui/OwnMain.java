package vn.quantriet.ui;

/** A page whose own HTML has the main landmark, so that the shell must not add a second one around it. */
public interface OwnMain {}
