package vn.quantriet.content.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quantriet.content.Attachment.Pixels;

/** What may stand in a drawing. Everything else is left out. */
final class SvgRules {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    /** A reference within the drawing. */
    static final Pattern LOCAL = Pattern.compile("#[\\p{L}\\p{N}_.:-]{1,200}");

    static final Set<String> ELEMENTS = words("""
            svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style
            linearGradient radialGradient stop clipPath mask pattern marker
            filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG
            feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
            """);

    /** Left out without a word: tools write them, and they draw nothing. */
    static final Set<String> FOREIGN = words("metadata view cursor");

    static final Set<String> ATTRIBUTES = words("""
            alignment-baseline baseline-shift class clip-path clip-rule clipPathUnits color color-interpolation
            color-interpolation-filters cx cy d direction display dominant-baseline dx dy fill fill-opacity fill-rule filter
            filterUnits flood-color flood-opacity font-family font-size font-stretch font-style font-variant font-weight
            fr fx fy gradientTransform gradientUnits height id in in2 k1 k2 k3 k4 lang lengthAdjust letter-spacing
            marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask maskContentUnits maskUnits
            method mode offset opacity operator order orient overflow paint-order pathLength patternContentUnits
            patternTransform patternUnits points preserveAspectRatio primitiveUnits r radius refX refY result role rotate
            rx ry shape-rendering side slope spacing spreadMethod startOffset stdDeviation stop-color stop-opacity
            stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
            stroke-width style tableValues text-anchor text-decoration text-rendering textLength transform
            transform-origin type unicode-bidi values vector-effect version viewBox visibility width word-spacing
            writing-mode x x1 x2 y y1 y2 aria-hidden aria-label aria-labelledby
            """);

    private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,6})(\\.\\d+)?(px)?\\s*");
    private static final Pattern BOX = Pattern.compile(
            "\\s*-?[\\d.]+[\\s,]+-?[\\d.]+[\\s,]+(\\d{1,6})(?:\\.\\d+)?[\\s,]+(\\d{1,6})(?:\\.\\d+)?\\s*");
    private static final Pattern LOCAL_URL = Pattern.compile("url\\(\\s*['\"]?#[^)'\"]*['\"]?\\s*\\)");

    private SvgRules() {}

    /** Of an attribute, {@code style} included: no address but one within the drawing, no way to hide one. */
    static boolean isHarmless(String value) {
        var plain = LOCAL_URL.matcher(value.toLowerCase(Locale.ROOT)).replaceAll("");
        return !plain.contains("url")
                && !plain.contains("\\")
                && !plain.contains("/*")
                && !plain.contains("expression")
                && !plain.contains("script:")
                && !plain.contains("image(")
                && !plain.contains("image-set")
                && !plain.contains("-moz-binding")
                && !plain.contains("behavior");
    }

    /**
     * A style sheet that fetches nothing, without its comments: what begins as one may be words in quotation marks, so what is judged
     * is what is written. Absent when it is not harmless.
     */
    static Optional<String> harmlessStyle(String css) {
        var withoutComments = css.replaceAll("(?s)/\\*.*?\\*/", "");
        return Optional.of(withoutComments)
                .filter(rest -> isHarmless(rest) && !rest.contains("@") && !rest.contains("<"));
    }

    /** Whether the person should hear that an attribute was left out. */
    static boolean isAlarming(String name, String value) {
        return name.toLowerCase(Locale.ROOT).startsWith("on")
                || !isHarmless(value)
                || Set.of("src", "from", "to", "begin", "attributename").contains(name.toLowerCase(Locale.ROOT));
    }

    /** From {@code width} and {@code height}, else from {@code viewBox}. */
    static Optional<Pixels> pixels(Map<String, String> attributes) {
        var width = SIZE.matcher(attributes.getOrDefault("width", ""));
        var height = SIZE.matcher(attributes.getOrDefault("height", ""));
        if (width.matches() && height.matches()) {
            return size(width.group(1), height.group(1));
        }
        var box = BOX.matcher(attributes.getOrDefault("viewBox", ""));
        return box.matches() ? size(box.group(1), box.group(2)) : Optional.empty();
    }

    private static Optional<Pixels> size(String width, String height) {
        return Optional.of(new Pixels(Integer.parseInt(width), Integer.parseInt(height)))
                .filter(p -> p.width() > 0 && p.height() > 0);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
