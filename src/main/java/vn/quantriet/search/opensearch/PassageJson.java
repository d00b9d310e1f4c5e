package vn.quantriet.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.search.lucene.Chain;
import vn.quantriet.search.lucene.IndexFields;

/**
 * Lucene's documents as those of OpenSearch. Analysed fields are sent as the terms that our chains made of them, one a line, for each term
 * has a position of its own; the server only parts the lines.
 */
final class PassageJson {
    /** Between terms. No term holds it, though a term may hold a space. */
    static final String BETWEEN = "\n";

    /** What a document was made from, in short. */
    static final String DIGEST = "digest";

    private static final String RECORD_ID = "record/";
    private static final int LONGEST_ID = 400;

    private PassageJson() {}

    static ObjectNode write(Document document) {
        var json = JsonNodeFactory.instance.objectNode();
        for (IndexableField field : document) {
            String value = field.stringValue();
            if (value != null) {
                json.withArrayProperty(field.name()).add(isAnalysed(field) ? terms(field.name(), value) : value);
            }
        }
        return json.put(DIGEST, digest(document));
    }

    private static boolean isAnalysed(IndexableField field) {
        return field.fieldType().indexOptions() != IndexOptions.NONE
                && field.fieldType().tokenized();
    }

    /** A term that ends in half a letter is written as the index would write it. */
    private static String terms(String field, String text) {
        return Chain.of(field).terms(text).stream()
                .map(term -> new BytesRef(term).utf8ToString())
                .collect(Collectors.joining(BETWEEN));
    }

    /** A document from which a passage can be read. */
    static Document read(ObjectNode source) {
        var document = new Document();
        for (Map.Entry<String, JsonNode> field : source.properties()) {
            for (JsonNode value : field.getValue()) {
                document.add(new StoredField(field.getKey(), value.asText()));
            }
        }
        return document;
    }

    /** The same for the same passage, read by the same version of this program. */
    static String digest(Document document) {
        var digest = sha256();
        for (IndexableField field : document) {
            String value = field.stringValue();
            if (value != null) {
                digest.update(field.name().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Tells which version of a text the index holds. */
    static ObjectNode record(ResolutionId text, String version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(IndexFields.LIBRARY, text.value())
                .put(IndexFields.LEVEL, IndexFields.RECORD)
                .put(IndexFields.VERSION, version);
    }

    static String recordId(ResolutionId text) {
        return id(RECORD_ID + text.value());
    }

    /** Where the passage with a key is kept. */
    static String id(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID
                ? key
                : "sha256/" + HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
