package vn.quantriet.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import vn.quantriet.search.Facet;
import vn.quantriet.search.Passage;

/**
 * How much each kind of evidence counts, from {@code search/weights.properties}. A weight multiplies a BM25 score or is a score; a
 * factor multiplies the whole.
 */
record Weights(Map<String, Float> byName) {
    static final Weights SHIPPED = shipped();

    /** Of a field, or of one of the other kinds of evidence. */
    float of(String name) {
        Float weight = byName.get(name);
        if (weight == null) {
            throw new IllegalStateException("expected a weight named " + name + " in search/weights.properties");
        }
        return weight;
    }

    float factor(Passage.Kind kind, Facet.Force force) {
        return of("kind." + kind) * of("force." + force);
    }

    /** The same but for one. */
    Weights with(String name, float weight) {
        var other = new HashMap<>(byName);
        other.put(name, weight);
        return new Weights(Map.copyOf(other));
    }

    private static Weights shipped() {
        try {
            Properties file = PropertiesLoaderUtils.loadProperties(new ClassPathResource("search/weights.properties"));
            Map<String, Float> byName = new HashMap<>();
            file.stringPropertyNames().forEach(name -> byName.put(name, Float.valueOf(file.getProperty(name))));
            return new Weights(Map.copyOf(byName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
