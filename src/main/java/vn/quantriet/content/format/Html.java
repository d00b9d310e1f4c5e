package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.html.MutableAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;
import vn.quantriet.content.Attachment;
import vn.quantriet.content.ClauseRef;
import vn.quantriet.content.Fact;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Verification;

/**
 * Makes sanitised HTML of Markdown: clause links lead to the reading page, facts show their source. One instance serves one
 * rendering by one thread, since it numbers the facts it meets.
 */
final class Html {
    private static final Pattern LINK =
            Pattern.compile("https://.+|/van-ban/[a-z0-9-]+(#[a-zđ0-9.-]+|/tep/([0-9a-f]+/)?[a-z0-9-]+\\.[a-z]+)");

    private static final Pattern PICTURE = Pattern.compile("/van-ban/[a-z0-9-]+/tep/([0-9a-f]+/)?[a-z0-9-]+\\.[a-z]+");

    private static final PolicyFactory POLICY = policy(Set.of());

    private final ResolutionId here;
    private final AttachedFiles files;
    private final Map<String, Fact> facts;
    private final Function<Verification, String> words;
    private final Optional<HtmlRenderer> renderer;
    private final PolicyFactory policy;
    private int factsShown;

    private Html(
            ResolutionId here,
            AttachedFiles files,
            Map<String, Fact> facts,
            Function<Verification, String> words,
            boolean renders) {
        this.here = here;
        this.files = files;
        this.facts = facts;
        this.words = words;
        this.policy = files.elsewhere().isEmpty()
                ? POLICY
                : policy(Set.copyOf(files.elsewhere().values()));
        this.renderer = renders ? Optional.of(renderer()) : Optional.empty();
    }

    private HtmlRenderer renderer() {
        return HtmlRenderer.builder(Markdown.OPTIONS)
                .nodeRendererFactory(options -> new Links())
                .attributeProviderFactory(new CitationLines())
                .build();
    }

    /** For what is written around a text and declares no facts. */
    static Html around(ResolutionId here, SourceFile file) {
        return new Html(here, file.attached(), Map.of(), status -> "", true);
    }

    /** Makes nothing: for files that are only checked and listed, which is most of what is ever read. */
    static Html none(ResolutionId here) {
        return new Html(here, AttachedFiles.NONE, Map.of(), status -> "", false);
    }

    /** For a text itself. @param words for a status of verification */
    static Html ofText(ParsedText text, Function<Verification, String> words) {
        return new Html(text.resolution().id(), text.files(), text.facts(), words, true);
    }

    String of(List<? extends Node> nodes) {
        if (renderer.isEmpty() || nodes.isEmpty()) {
            return "";
        }
        var html = new StringBuilder();
        nodes.forEach(node -> renderer.get().render(node, html));
        return policy.sanitize(html.toString()).strip();
    }

    /**
     * Our own classes pass because Markdown cannot make them: raw HTML is escaped before it comes here.
     *
     * @param files addresses of attachments beside those of the library
     */
    private static PolicyFactory policy(Set<String> files) {
        return new HtmlPolicyBuilder()
                .allowElements("p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "strong", "em", "del")
                .allowElements("h1", "h2", "h3", "h4", "h5", "h6")
                .allowElements("table", "thead", "tbody", "tr", "th", "td", "a", "span", "img")
                .allowWithoutAttributes("span", "a")
                .allowAttributes("start")
                .matching(Pattern.compile("\\d{1,4}"))
                .onElements("ol")
                .allowAttributes("align")
                .matching(true, "left", "center", "right")
                .onElements("th", "td")
                .allowAttributes("href")
                .matching(url -> LINK.matcher(url).matches() || files.contains(url))
                .onElements("a")
                .allowAttributes("src")
                .matching(url -> PICTURE.matcher(url).matches() || files.contains(url))
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(Pattern.compile("[1-9]\\d{0,4}"))
                .onElements("img")
                .allowAttributes("loading")
                .matching(true, "lazy")
                .onElements("img")
                .allowAttributes("decoding")
                .matching(true, "async")
                .onElements("img")
                .allowAttributes("rel")
                .matching(true, "noopener noreferrer")
                .onElements("a")
                .allowUrlProtocols("https")
                .allowAttributes("class")
                .matching(true, "cite", "cites", "fact", "src verified", "src unverified", "src-text")
                .onElements("a", "p", "span")
                .allowAttributes("id", "aria-describedby")
                .matching(Pattern.compile("nguon-[a-z0-9-]+"))
                .onElements("span")
                .allowAttributes("tabindex")
                .matching(true, "0")
                .onElements("span")
                .allowAttributes("role")
                .matching(true, "note")
                .onElements("span")
                .allowAttributes("title")
                .onElements("span")
                .toFactory();
    }

    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private final class Links implements NodeRenderer {
        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(Link.class, this::render),
                    new NodeRenderingHandler<>(Image.class, this::picture),
                    new NodeRenderingHandler<>(ImageRef.class, (ref, context, html) -> context.renderChildren(ref)));
        }

        private void picture(Image image, NodeRendererContext context, HtmlWriter html) {
            var words = escape(PlainText.of(image));
            if (!(Address.of(image.getUrl().toString(), here) instanceof Address.OfFile(String name))) {
                html.raw(words);
                return;
            }
            html.raw("<img src=\"" + escape(files.address(here, name)) + "\" alt=\"" + words + "\"");
            Optional.ofNullable(files.good().get(name))
                    .flatMap(Attachment::pixels)
                    .ifPresent(size -> html.raw(" width=\"" + size.width() + "\" height=\"" + size.height() + "\""));
            html.raw(" loading=\"lazy\" decoding=\"async\" />");
        }

        private void render(Link link, NodeRendererContext context, HtmlWriter html) {
            switch (Address.of(link.getUrl().toString(), here)) {
                case Address.OfClause(ClauseRef ref) -> {
                    html.raw("<a" + (PlainText.isCitation(link) ? " class=\"cite\"" : "") + " href=\"/van-ban/"
                            + ref.resolution() + "#" + ref.clause() + "\">");
                    context.renderChildren(link);
                    html.raw("</a>");
                }
                case Address.OfFact(String id)
                when facts.containsKey(id) -> fact(id, facts.get(id), link, context, html);
                case Address.OfPage(String url) -> {
                    html.raw("<a rel=\"noopener noreferrer\" href=\"" + escape(url) + "\">");
                    context.renderChildren(link);
                    html.raw("</a>");
                }
                case Address.OfFile(String name) -> {
                    html.raw("<a href=\"" + escape(files.address(here, name)) + "\">");
                    context.renderChildren(link);
                    html.raw("</a>");
                }
                case Address.NoFile noFile -> context.renderChildren(link);
                case Address.OfFact fact -> context.renderChildren(link);
                case Address.NoClause noClause -> context.renderChildren(link);
                case Address.Forbidden forbidden -> context.renderChildren(link);
            }
        }

        private void fact(String id, Fact fact, Link link, NodeRendererContext context, HtmlWriter html) {
            var note = "nguon-" + id + "-" + ++factsShown;
            var source = escape(fact.source());
            var status = fact.status() == Verification.VERIFIED ? "verified" : "unverified";
            html.raw("<span class=\"fact\" tabindex=\"0\" aria-describedby=\"" + note + "\">");
            context.renderChildren(link);
            html.raw("</span><span class=\"src " + status + "\" role=\"note\" title=\"" + source + "\">"
                    + escape(words.apply(fact.status())) + "<span class=\"src-text\" id=\"" + note + "\">" + source
                    + "</span></span>");
        }
    }

    /** Marks paragraphs that hold nothing but citations, so that pages may set them apart. */
    private static final class CitationLines extends IndependentAttributeProviderFactory implements AttributeProvider {
        @Override
        public AttributeProvider apply(LinkResolverContext context) {
            return this;
        }

        @Override
        public void setAttributes(Node node, AttributablePart part, MutableAttributes attributes) {
            if (node instanceof Paragraph && node.hasChildren() && onlyCites(node)) {
                attributes.replaceValue("class", "cites");
            }
        }

        private static boolean onlyCites(Node paragraph) {
            return Markdown.children(paragraph).stream().allMatch(child -> switch (child) {
                case Link link -> PlainText.isCitation(link);
                case SoftLineBreak ignored -> true;
                case Text text -> text.getChars().isBlank();
                default -> false;
            });
        }
    }
}
