package vn.quantriet.search.lucene;

/** Names of the fields of the index, and the version of all that is derived from a passage. */
public final class IndexFields {
    /** Raise it when fields, chains or stored values change: an index of another version is rebuilt. */
    public static final String SCHEMA = "3";

    public static final String SCHEMA_KEY = "quantriet.schema";

    // Stored, from which a passage is read back; KEY, KIND and RESOLUTION are also filters.
    public static final String KEY = "key";
    public static final String KIND = "kind";
    public static final String RESOLUTION = "resolution";
    public static final String CLAUSE = "clause";
    public static final String PRINTED_NUMBER = "printed_number";
    public static final String SOURCE = "source";
    public static final String TITLE = "title";
    public static final String TEXT = "text";
    public static final String HREF = "href";

    /** Who may find the passage: {@code all}, {@code unit:<id>} or {@code member:<id>}. Stored, and part of every query. */
    public static final String AUDIENCE = "audience";

    /** Clauses that the passage cites, each {@code 57-nq-tw#ii.2}. Stored, and looked up. */
    public static final String CITES = "cites";

    // Analysed. ALL is text, title and source, the latter two counted twice. The suffix names the chain: accented
    // words, pairs and
    // triples of them; folded words and pairs.
    public static final String ALL_VN = "all_vn";
    public static final String ALL_VN_SH = "all_vn_sh";
    public static final String ALL_VN_SH3 = "all_vn_sh3";
    public static final String TITLE_VN = "title_vn";
    public static final String ALL_FOLD_SH = "all_fold_sh";
    public static final String TITLE_FOLD = "title_fold";

    /** Every folded word of the passage, its number included: which passages match at all. */
    public static final String WORDS = "words";

    /** Terms of the document number of the text. */
    public static final String NUMBER = "number";

    /** Terms of document numbers cited in the passage. */
    public static final String MENTIONS = "mentions";

    /** What a document is beside an ordinary passage: {@link #WHOLE_TEXT} or {@link #RECORD}. */
    public static final String LEVEL = "level";

    /** The passage that stands for a text as a whole. */
    public static final String WHOLE_TEXT = "text";

    /** The one document per text that is no passage, has no audience, and holds the text's {@link #VERSION}. */
    public static final String RECORD = "record";

    /** Text that a passage was made from, or {@link #ELSEWHERE}. */
    public static final String LIBRARY = "library";

    /** Passages of other modules; no text has this id. */
    public static final String ELSEWHERE = "-";

    /** Doc value of a record: the text's id, a space, and the version whose passages the index holds. */
    public static final String VERSION = "version";

    private IndexFields() {}
}
