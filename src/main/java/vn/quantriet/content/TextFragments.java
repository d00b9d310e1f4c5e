package vn.quantriet.content;

import java.util.Locale;

/** The inside of a text's reading page, made once per version and language. Safe for use by many threads. */
public interface TextFragments {

    /**
     * The fragment of the version in service.
     *
     * @throws ResolutionNotFound when there is none
     */
    Fragment of(ResolutionId id, Locale language);

    /**
     * Sanitised HTML, the same for every reader.
     *
     * @param hash hexadecimal; other words or marks have another hash
     * @param href where the fragment can be fetched and kept forever, an address within the portal
     */
    record Fragment(String html, String hash, String href) {}
}
