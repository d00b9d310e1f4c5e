package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quantriet.content.Manuscript;
import vn.quantriet.content.ResolutionId;

/** Makes HTML of Markdown whose links still say what they say in the file, as {@link Manuscript.Page} has it. */
final class WrittenHtml {
    /** What XML cannot hold: control characters and halves of surrogate pairs. */
    private static final Pattern NOT_XML = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]|[\\x{D800}-\\x{DBFF}](?![\\x{DC00}-\\x{DFFF}])"
                    + "|(?<![\\x{D800}-\\x{DBFF}])[\\x{DC00}-\\x{DFFF}]");

    private final ResolutionId here;

    private WrittenHtml(ResolutionId here) {
        this.here = here;
    }

    static String of(String markdown, ResolutionId here) {
        var options = new MutableDataSet(Markdown.OPTIONS)
                .set(TaskListExtension.ITEM_DONE_MARKER, "<i class=\"box ticked\"></i>")
                .set(TaskListExtension.ITEM_NOT_DONE_MARKER, "<i class=\"box\"></i>");
        var renderer = HtmlRenderer.builder(options)
                .nodeRendererFactory(o -> new WrittenHtml(here).new Links())
                .build();
        var document = Parser.builder(Markdown.OPTIONS)
                .build()
                .parse(NOT_XML.matcher(markdown).replaceAll(""));
        return renderer.render(document).strip();
    }

    private final class Links implements NodeRenderer {
        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(
                            Link.class,
                            (link, context, html) -> render(link, link.getUrl().toString(), context, html)),
                    new NodeRenderingHandler<>(AutoLink.class, (link, context, html) -> render(link, context, html)),
                    new NodeRenderingHandler<>(Image.class, this::render));
        }

        private void render(Link link, String url, NodeRendererContext context, HtmlWriter html) {
            switch (Address.of(url, here)) {
                case Address.OfClause clause -> link(link, url, context, html);
                case Address.OfFact fact -> link(link, url, context, html);
                case Address.OfPage page -> link(link, url, context, html);
                case Address.OfFile file -> link(link, url, context, html);
                case Address.NoFile noFile -> context.renderChildren(link);
                case Address.NoClause noClause -> context.renderChildren(link);
                case Address.Forbidden forbidden -> context.renderChildren(link);
            }
        }

        private void render(Image image, NodeRendererContext context, HtmlWriter html) {
            var url = image.getUrl().toString();
            if (Address.of(url, here) instanceof Address.OfFile) {
                link(image, Manuscript.PICTURE + url, context, html);
            } else {
                context.renderChildren(image);
            }
        }

        private void link(Node link, String url, NodeRendererContext context, HtmlWriter html) {
            html.raw("<a href=\"" + Html.escape(url) + "\">");
            context.renderChildren(link);
            html.raw("</a>");
        }

        private void render(AutoLink link, NodeRendererContext context, HtmlWriter html) {
            var url = link.getText().toString();
            if (Address.of(url, here) instanceof Address.OfPage) {
                html.raw("<a href=\"" + Html.escape(url) + "\">" + Html.escape(url) + "</a>");
            } else {
                html.text(url);
            }
        }
    }
}
