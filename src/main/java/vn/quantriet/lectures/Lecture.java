package vn.quantriet.lectures;

import vn.quantriet.content.Resolution;
import vn.quantriet.content.SlideDeck;

/** A deck together with the text it presents. */
public record Lecture(Resolution text, SlideDeck deck) {}
