package vn.quantriet.content.format;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.quantriet.content.ClauseId;
import vn.quantriet.content.ClauseRef;

/** One stretch of Markdown within a file, parsed, with its place in the file. */
final class Markdown {
    static final DataHolder OPTIONS = new MutableDataSet()
            .set(
                    Parser.EXTENSIONS,
                    List.of(TablesExtension.create(), TaskListExtension.create(), StrikethroughExtension.create()))
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.GENERATE_HEADER_ID, false)
            .set(HtmlRenderer.RENDER_HEADER_ID, false)
            .toImmutable();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Parser PARSER = Parser.builder(OPTIONS).build();

    private final Document document;
    private final int start;

    private Markdown(Document document, int start) {
        this.document = document;
        this.start = start;
    }

    /**
     * @param start of {@code text} within its file
     * @throws PatientText.TooComplex when it takes longer than anything written by hand does
     */
    static Markdown parse(String text, int start) {
        var patient = new PatientText(text, PATIENCE);
        var document = PARSER.parse(BasedSequence.of(patient));
        patient.end();
        return new Markdown(document, start);
    }

    /** The part of the file from {@code start} to {@code end}. */
    static Markdown parse(SourceFile file, int start, int end) {
        return parse(file.text().substring(start, end), start);
    }

    /** Blocks at the top level, in order. */
    List<Node> blocks() {
        return children(document);
    }

    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return List.copyOf(children);
    }

    /** Position of a node in the file. */
    int positionOf(Node node) {
        return start + node.getStartOffset();
    }

    /** Position of a heading's words in the file. */
    int positionOfText(Heading heading) {
        return start
                + (heading.getText().isNull()
                        ? heading.getStartOffset()
                        : heading.getText().getStartOffset());
    }

    boolean isEmpty() {
        return document.getFirstChild() == null;
    }

    /** Reports everything that no file may contain, and notes the clauses cited. */
    void check(Findings findings) {
        check(document, findings);
    }

    private void check(Node node, Findings findings) {
        switch (node) {
            case HtmlBlockBase html -> findings.report(positionOf(html), "raw-html", excerpt(html));
            case HtmlInlineBase html -> findings.report(positionOf(html), "raw-html", excerpt(html));
            case Image image -> findings.report(positionOf(image), "image");
            case ImageRef image -> findings.report(positionOf(image), "image");
            case Reference reference -> findings.report(positionOf(reference), "link-reference");
            case MailLink mail -> findings.report(positionOf(mail), "link-scheme", mail.getText());
            case AutoLink link -> checkAddress(link.getText().toString(), positionOf(link), findings);
            case Link link ->
                checkAddress(
                        link.getUrl().toString(),
                        link.getUrl().isNull() || link.getUrl().isEmpty()
                                ? positionOf(link)
                                : start + link.getUrl().getStartOffset(),
                        findings);
            case Heading heading
            when heading.isSetextHeading() ->
                findings.report(
                        positionOf(heading)
                                + heading.getChars().length()
                                - heading.getClosingMarker().length(),
                        "heading-setext",
                        heading.getClosingMarker());
            case Heading heading
            when heading.getParent() != document -> findings.report(positionOf(heading), "heading-nested");
            default -> {}
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            check(child, findings);
        }
    }

    private static void checkAddress(String url, int position, Findings findings) {
        switch (Address.of(url, findings.text())) {
            case Address.OfClause(ClauseRef ref) -> findings.cite(position, ref);
            case Address.NoClause(String got) -> findings.report(position, "clause-link", got);
            case Address.Forbidden(String got) -> findings.report(position, "link-scheme", got);
            case Address.OfFact fact -> {}
            case Address.OfPage page -> {}
        }
    }

    /** Facts referred to, with their places in the file. */
    List<FactUse> facts(Findings findings) {
        List<FactUse> uses = new ArrayList<>();
        for (var link : links(document)) {
            if (Address.of(link.getUrl().toString(), findings.text()) instanceof Address.OfFact(String id)) {
                uses.add(new FactUse(id, start + link.getUrl().getStartOffset()));
            }
        }
        return uses;
    }

    /** A reference to a fact. */
    record FactUse(String id, int position) {}

    /** Reports references to facts, which only a text itself may make. */
    void forbidFacts(Findings findings) {
        facts(findings).forEach(use -> findings.report(use.position(), "fact-elsewhere"));
    }

    /** Clauses cited within {@code nodes}, each once, in order. */
    static List<ClauseRef> cites(List<? extends Node> nodes, Findings findings) {
        List<Link> links = new ArrayList<>(0);
        nodes.forEach(node -> addLinks(node, links));
        Set<ClauseRef> refs = new LinkedHashSet<>();
        for (var link : links) {
            if (Address.of(link.getUrl().toString(), findings.text()) instanceof Address.OfClause(ClauseRef ref)) {
                refs.add(ref);
            }
        }
        return List.copyOf(refs);
    }

    /** Clauses of the file's own text among those cited. */
    static List<ClauseId> ownCites(List<? extends Node> nodes, Findings findings) {
        return cites(nodes, findings).stream()
                .filter(ref -> ref.resolution().equals(findings.text()))
                .map(ClauseRef::clause)
                .toList();
    }

    static List<Link> links(Node node) {
        List<Link> found = new ArrayList<>(0);
        addLinks(node, found);
        return found;
    }

    private static void addLinks(Node node, List<Link> found) {
        if (node instanceof Link link) {
            found.add(link);
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            addLinks(child, found);
        }
    }

    private static String excerpt(Node node) {
        var text = node.getChars().toString().strip();
        int end = text.indexOf('\n');
        var line = end < 0 ? text : text.substring(0, end);
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
