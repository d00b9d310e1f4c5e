package vn.quantriet.content.identity;

import vn.quantriet.content.ClauseId;

/**
 * A clause as one version of a text has it.
 *
 * @param place the id that comes from its numbering in that version
 * @param depth of its heading, from 0
 * @param text its own words, without those of the clauses below it
 * @param hash of title and text
 */
public record Written(ClauseId place, int depth, String title, String text, String hash) {}
