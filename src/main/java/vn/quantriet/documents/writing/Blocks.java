package vn.quantriet.documents.writing;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.quantriet.content.Manuscript;
import vn.quantriet.documents.writing.Block.Align;
import vn.quantriet.documents.writing.Block.Cell;
import vn.quantriet.documents.writing.Block.Item;
import vn.quantriet.documents.writing.Block.Tick;
import vn.quantriet.documents.writing.Run.Look;

/** Reads the HTML of a {@link Manuscript.Page}. */
final class Blocks {
    private final List<Block> blocks = new ArrayList<>();

    private Blocks() {}

    static List<Block> of(String html) {
        return of(parse("<body>" + html + "</body>"));
    }

    private static List<Block> of(Element parent) {
        var reading = new Blocks();
        reading.children(parent);
        return List.copyOf(reading.blocks);
    }

    private static Element parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("expected well-formed HTML of a page: " + e.getMessage(), e);
        }
    }

    /** Words beside blocks, as in the items of a list without empty lines, are a paragraph. */
    private void children(Element parent) {
        List<Run> loose = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && isBlock(element)) {
                end(loose);
                block(element);
            } else {
                runs(child, Run.plain(""), loose::add);
            }
        }
        end(loose);
    }

    private void end(List<Run> loose) {
        var words = Run.tidy(loose);
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(words));
        }
        loose.clear();
    }

    private static boolean isBlock(Element element) {
        return switch (element.getTagName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "blockquote", "table", "pre", "hr" -> true;
            default -> false;
        };
    }

    private void block(Element element) {
        var name = element.getTagName();
        switch (name) {
            case "p" -> blocks.add(new Block.Paragraph(words(element)));
            case "ul" -> blocks.add(new Block.Listing(Optional.empty(), items(element)));
            case "ol" -> blocks.add(new Block.Listing(Optional.of(start(element)), items(element)));
            case "blockquote" -> blocks.add(new Block.Quote(of(element)));
            case "pre" -> blocks.add(new Block.Code(element.getTextContent().stripTrailing()));
            case "hr" -> blocks.add(new Block.Rule());
            case "table" -> blocks.add(table(element));
            default -> blocks.add(new Block.Heading(name.charAt(1) - '0', words(element)));
        }
    }

    private static int start(Element list) {
        return list.hasAttribute("start") ? Integer.parseInt(list.getAttribute("start")) : 1;
    }

    private static List<Item> items(Element list) {
        List<Item> items = new ArrayList<>();
        for (var item : elements(list, List.of("li"))) {
            var boxes = item.getElementsByTagName("i");
            var tick = Tick.NONE;
            if (item.getAttribute("class").contains("task-list-item") && boxes.getLength() > 0) {
                tick = ((Element) boxes.item(0)).getAttribute("class").endsWith("ticked") ? Tick.TICKED : Tick.OPEN;
            }
            items.add(new Item(tick, of(item)));
        }
        return items;
    }

    private static Block table(Element table) {
        List<Align> columns = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (var group : elements(table, List.of("thead", "tbody"))) {
            for (var row : elements(group, List.of("tr"))) {
                var cells = elements(row, List.of("th", "td"));
                if (rows.isEmpty()) {
                    cells.forEach(cell -> columns.add(align(cell)));
                }
                List<Cell> written = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    written.add(new Cell(i < cells.size() ? words(cells.get(i)) : List.of()));
                }
                rows.add(written);
            }
        }
        return new Block.Table(columns, rows);
    }

    private static Align align(Element cell) {
        return switch (cell.getAttribute("align")) {
            case "left" -> Align.LEFT;
            case "center" -> Align.CENTER;
            case "right" -> Align.RIGHT;
            default -> Align.NONE;
        };
    }

    private static List<Element> elements(Element parent, Collection<String> names) {
        List<Element> found = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && names.contains(element.getTagName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Run> words(Element element) {
        List<Run> runs = new ArrayList<>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            runs(child, Run.plain(""), runs::add);
        }
        return Run.tidy(runs);
    }

    private static void runs(Node node, Run around, Consumer<Run> found) {
        if (node instanceof Element element) {
            var run = switch (element.getTagName()) {
                case "strong" -> around.with(Look.BOLD);
                case "em" -> around.with(Look.ITALIC);
                case "del" -> around.with(Look.STRUCK);
                case "code" -> around.with(Look.CODE);
                case "a" -> new Run("", around.looks(), Optional.of(element.getAttribute("href")));
                default -> around;
            };
            if (element.getTagName().equals("br")) {
                found.accept(around.saying("\n"));
            }
            for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                runs(child, run, found);
            }
        } else if (node.getNodeType() == Node.TEXT_NODE) {
            // A line of the file ends where its editor wrapped it; the break that is meant is an element.
            found.accept(around.saying(node.getTextContent().replaceAll("\\s*\\n\\s*", " ")));
        }
    }
}
