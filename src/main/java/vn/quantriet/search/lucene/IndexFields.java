package vn.quantriet.search.lucene;

/** Names of the fields of the index, and the version of all that is derived from a passage. */
final class IndexFields {
    /** Raise it when fields, chains or stored values change: an index of another version is rebuilt. */
    static final String SCHEMA = "3";

    static final String SCHEMA_KEY = "quantriet.schema";

    // Stored, from which a passage is read back; KEY, KIND and RESOLUTION are also filters.
    static final String KEY = "key";
    static final String KIND = "kind";
    static final String RESOLUTION = "resolution";
    static final String CLAUSE = "clause";
    static final String PRINTED_NUMBER = "printed_number";
    static final String SOURCE = "source";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String HREF = "href";

    /** Who may find the passage: {@code all}, {@code unit:<id>} or {@code member:<id>}. Stored, and part of every query. */
    static final String AUDIENCE = "audience";

    /** Clauses that the passage cites, each {@code 57-nq-tw#ii.2}. Stored, and looked up. */
    static final String CITES = "cites";

    // Analysed. ALL is text, title and source, the latter two counted twice. The suffix names the chain: accented
    // words, pairs and
    // triples of them; folded words and pairs.
    static final String ALL_VN = "all_vn";
    static final String ALL_VN_SH = "all_vn_sh";
    static final String ALL_VN_SH3 = "all_vn_sh3";
    static final String TITLE_VN = "title_vn";
    static final String ALL_FOLD_SH = "all_fold_sh";
    static final String TITLE_FOLD = "title_fold";

    /** Every folded word of the passage, its number included: which passages match at all. */
    static final String WORDS = "words";

    /** Terms of the document number of the text. */
    static final String NUMBER = "number";

    /** Terms of document numbers cited in the passage. */
    static final String MENTIONS = "mentions";

    /** What a document is beside an ordinary passage: {@link #WHOLE_TEXT} or {@link #RECORD}. */
    static final String LEVEL = "level";

    /** The passage that stands for a text as a whole. */
    static final String WHOLE_TEXT = "text";

    /** The one document per text that is no passage, has no audience, and holds the text's {@link #VERSION}. */
    static final String RECORD = "record";

    /** Text that a passage was made from, or {@link #ELSEWHERE}. */
    static final String LIBRARY = "library";

    /** Passages of other modules; no text has this id. */
    static final String ELSEWHERE = "-";

    /** Doc value of a record: the text's id, a space, and the version whose passages the index holds. */
    static final String VERSION = "version";

    private IndexFields() {}
}
