package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * How a text becomes terms: words or pairs of words, with their marks or without. Most Vietnamese words are two syllables, so
 * pairs stand in for words and no dictionary is needed. Texts must be clean.
 */
final class Chain extends Analyzer {
    static final Chain VN = new Chain(false, false);
    static final Chain VN_SH = new Chain(false, true);
    static final Chain FOLD = new Chain(true, false);
    static final Chain FOLD_SH = new Chain(true, true);

    private final boolean folded;
    private final boolean pairs;

    private Chain(boolean folded, boolean pairs) {
        this.folded = folded;
        this.pairs = pairs;
    }

    /** The analyzer of the index: each field with its chain. */
    static Analyzer byField() {
        Map<String, Analyzer> chains = new HashMap<>();
        chains.put(IndexFields.TEXT_VN, VN);
        chains.put(IndexFields.TEXT_VN_SH, VN_SH);
        chains.put(IndexFields.TEXT_FOLD, FOLD);
        chains.put(IndexFields.TEXT_FOLD_SH, FOLD_SH);
        chains.put(IndexFields.TITLE_VN, VN);
        chains.put(IndexFields.TITLE_VN_SH, VN_SH);
        chains.put(IndexFields.TITLE_FOLD, FOLD);
        chains.put(IndexFields.SOURCE_VN, VN);
        return new PerFieldAnalyzerWrapper(FOLD, chains);
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

    List<String> terms(String clean) {
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
        if (pairs) {
            chain = new FixedShingleFilter(chain, 2);
        }
        return new TokenStreamComponents(words, chain);
    }
}
