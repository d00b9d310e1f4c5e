package vn.quantriet.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import vn.quantriet.search.vietnamese.Spelling;

/** Makes each token canonical, so that hoà and hòa, kỹ and kĩ are one term. Offsets stay those of the text. */
final class CanonicalFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    CanonicalFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String canonical = Spelling.canonical(term.toString());
        term.setEmpty().append(canonical);
        return true;
    }
}
