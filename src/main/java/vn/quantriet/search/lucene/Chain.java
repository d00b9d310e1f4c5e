package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.shingle.FixedShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How a text becomes terms: words, pairs or triples of words, with their marks or without. Most Vietnamese words are two syllables, so
 * pairs stand in for words and no dictionary is needed. Texts must be clean.
 */
public final class Chain extends Analyzer {
    static final Chain VN = new Chain(false, 1);
    static final Chain VN_SH = new Chain(false, 2);
    static final Chain VN_SH3 = new Chain(false, 3);
    static final Chain FOLD = new Chain(true, 1);
    static final Chain FOLD_SH = new Chain(true, 2);

    /** Between a title and the text after it: neither a pair nor a phrase reaches over it. */
    public static final int GAP = 100;

    private final boolean folded;
    private final int size;

    /** @param size how many words make a term */
    private Chain(boolean folded, int size) {
        this.folded = folded;
        this.size = size;
    }

    private static final Map<String, Chain> BY_FIELD = Map.of(
            IndexFields.ALL_VN, VN,
            IndexFields.ALL_VN_SH, VN_SH,
            IndexFields.ALL_VN_SH3, VN_SH3,
            IndexFields.TITLE_VN, VN,
            IndexFields.ALL_FOLD_SH, FOLD_SH,
            IndexFields.TITLE_FOLD, FOLD,
            IndexFields.WORDS, FOLD);

    /** The analyzer of the index: each field with its chain. */
    static Analyzer byField() {
        return new PerFieldAnalyzerWrapper(FOLD, Map.copyOf(BY_FIELD));
    }

    public static Chain of(String field) {
        return Objects.requireNonNull(BY_FIELD.get(field), field);
    }

    /** Names of the fields that are made of terms. */
    public static Set<String> fields() {
        return BY_FIELD.keySet();
    }

    /** Whether its terms have lost their marks. */
    boolean isFolded() {
        return folded;
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP;
    }

    /** Terms of a clean text with where they stand in it. */
    List<Token> tokens(String clean) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream("", clean)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    public List<String> terms(String clean) {
        return tokens(clean).stream().map(Token::term).toList();
    }

    /** One term of a text, and the characters it came from. */
    record Token(String term, int start, int end) {}

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var words = new StandardTokenizer();
        TokenStream chain = new LowerCaseFilter(words);
        if (folded) {
            chain = new ASCIIFoldingFilter(chain);
        }
        chain = new CanonicalFilter(chain);
        if (size > 1) {
            chain = new FixedShingleFilter(chain, size);
        }
        return new TokenStreamComponents(words, chain);
    }
}
