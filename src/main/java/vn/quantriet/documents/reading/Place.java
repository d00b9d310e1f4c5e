package vn.quantriet.documents.reading;

/**
 * Where a block stands in its file.
 *
 * @param number of the block in the order of reading, from 1
 * @param page from 1; 0 when the file does not say
 */
public record Place(int number, int page) {}
