package vn.quantriet.search.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.Passage;
import vn.quantriet.search.Passage.Audience;
import vn.quantriet.search.vietnamese.DocumentNumber;
import vn.quantriet.search.vietnamese.Spelling;

/** Turns passages into documents and back. */
public final class PassageDocuments {
    static final String ALL = "all";

    private static final String UNIT = "unit:";
    private static final String MEMBER = "member:";

    private PassageDocuments() {}

    /** The document of a passage that is made from a text. */
    public static Document ofText(ResolutionId text, Passage passage) {
        Document document = write(WellFormed.of(passage));
        document.add(new StringField(IndexFields.LIBRARY, text.value(), Store.NO));
        if (passage.kind() == Passage.Kind.CLAUSE && passage.clause().isEmpty()) {
            document.add(new StringField(IndexFields.LEVEL, IndexFields.WHOLE_TEXT, Store.NO));
        }
        return document;
    }

    /** The document of a passage of another module. */
    public static Document ofElsewhere(Passage passage) {
        Document document = write(WellFormed.of(passage));
        document.add(new StringField(IndexFields.LIBRARY, IndexFields.ELSEWHERE, Store.NO));
        return document;
    }

    static Document write(Passage passage) {
        String title = Spelling.clean(passage.title());
        String text = Spelling.clean(passage.text());
        String source = Spelling.clean(passage.source());
        var document = new Document();
        document.add(new StringField(IndexFields.KEY, passage.key(), Store.YES));
        document.add(new StringField(IndexFields.KIND, passage.kind().name(), Store.YES));
        document.add(
                new StringField(IndexFields.RESOLUTION, passage.resolution().value(), Store.YES));
        document.add(new StringField(IndexFields.AUDIENCE, token(passage.audience()), Store.YES));
        for (String filter : List.of(IndexFields.KIND, IndexFields.RESOLUTION, IndexFields.AUDIENCE)) {
            document.add(new SortedDocValuesField(filter, new BytesRef(document.get(filter))));
        }
        passage.cites().stream()
                .map(PassageDocuments::token)
                .sorted()
                .forEach(c -> document.add(new StringField(IndexFields.CITES, c, Store.YES)));
        passage.clause().ifPresent(c -> document.add(new StoredField(IndexFields.CLAUSE, c.value())));
        document.add(new StoredField(IndexFields.PRINTED_NUMBER, passage.number()));
        document.add(new StoredField(IndexFields.SOURCE, source));
        document.add(new StoredField(IndexFields.TITLE, title));
        document.add(new StoredField(IndexFields.TEXT, text));
        document.add(new StoredField(IndexFields.HREF, passage.href()));

        for (int times = 0; times < 2; times++) {
            analysed(document, source, IndexFields.ALL_VN, IndexFields.ALL_VN_SH, IndexFields.ALL_VN_SH3);
            analysed(document, title, IndexFields.ALL_VN, IndexFields.ALL_VN_SH, IndexFields.ALL_VN_SH3);
        }
        analysed(document, text, IndexFields.ALL_VN, IndexFields.ALL_VN_SH, IndexFields.ALL_VN_SH3);
        analysed(document, title, IndexFields.TITLE_VN, IndexFields.TITLE_FOLD);
        for (String words : List.of(source, title, text)) {
            analysed(document, words, IndexFields.WORDS, IndexFields.ALL_FOLD_SH);
        }
        analysed(document, passage.number(), IndexFields.WORDS);

        DocumentNumber.in(Spelling.clean(passage.number())).stream()
                .flatMap(n -> n.terms().stream())
                .distinct()
                .forEach(term -> document.add(new StringField(IndexFields.NUMBER, term, Store.NO)));
        DocumentNumber.in(title + "\n" + text).stream()
                .flatMap(n -> n.terms().stream())
                .distinct()
                .forEach(term -> document.add(new StringField(IndexFields.MENTIONS, term, Store.NO)));
        return document;
    }

    /** Whether a document was written from this passage. */
    static boolean areAlike(Passage passage, Document written) {
        return read(written)
                .equals(new Passage(
                        passage.key(),
                        passage.kind(),
                        passage.resolution(),
                        passage.clause(),
                        passage.number(),
                        Spelling.clean(passage.source()),
                        Spelling.clean(passage.title()),
                        Spelling.clean(passage.text()),
                        passage.href(),
                        passage.cites(),
                        passage.audience()));
    }

    public static Passage read(Document document) {
        return new Passage(
                document.get(IndexFields.KEY),
                Passage.Kind.valueOf(document.get(IndexFields.KIND)),
                new ResolutionId(document.get(IndexFields.RESOLUTION)),
                Optional.ofNullable(document.get(IndexFields.CLAUSE)).map(ClauseId::new),
                document.get(IndexFields.PRINTED_NUMBER),
                document.get(IndexFields.SOURCE),
                document.get(IndexFields.TITLE),
                document.get(IndexFields.TEXT),
                document.get(IndexFields.HREF),
                Arrays.stream(document.getValues(IndexFields.CITES))
                        .map(PassageDocuments::cited)
                        .collect(Collectors.toSet()),
                audience(document.get(IndexFields.AUDIENCE)));
    }

    static String token(ClauseRef cited) {
        return cited.resolution() + "#" + cited.clause();
    }

    private static ClauseRef cited(String token) {
        int at = token.indexOf('#');
        return new ClauseRef(new ResolutionId(token.substring(0, at)), new ClauseId(token.substring(at + 1)));
    }

    static String token(Audience audience) {
        return switch (audience) {
            case Audience.Everyone() -> ALL;
            case Audience.UnitAndBelow(long unit) -> UNIT + unit;
            case Audience.OnlyMember(long member) -> MEMBER + member;
        };
    }

    public static Audience audience(String token) {
        if (token.startsWith(UNIT)) {
            return new Audience.UnitAndBelow(Long.parseLong(token.substring(UNIT.length())));
        }
        if (token.startsWith(MEMBER)) {
            return new Audience.OnlyMember(Long.parseLong(token.substring(MEMBER.length())));
        }
        return new Audience.Everyone();
    }

    private static void analysed(Document document, String text, String... fields) {
        for (String field : fields) {
            document.add(new TextField(field, text, Store.NO));
        }
    }
}
