package vn.quantriet.content.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Names the rules by which this program reads files, so that nobody has to remember to raise a number when one of them changes: it is
 * made of the very classes that hold them.
 */
final class ReadingRules {
    private static final List<String> CLASSES = List.of(
            "classpath*:vn/quantriet/content/*.class",
            "classpath*:vn/quantriet/content/format/**/*.class",
            "classpath*:vn/quantriet/content/library/**/*.class");

    private ReadingRules() {}

    /** Another one for another program, as far as reading goes. */
    static String ofThisProgram() {
        var resolver = new PathMatchingResourcePatternResolver();
        var sum = new CRC32C();
        long size = 0;
        try {
            for (var pattern : CLASSES) {
                var classes = resolver.getResources(pattern);
                Arrays.sort(classes, Comparator.comparing(Resource::getFilename));
                for (var one : classes) {
                    var bytes = one.getContentAsByteArray();
                    sum.update(bytes);
                    size += bytes.length;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue()) + "-" + size;
    }
}
