package vn.quantriet.content.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import vn.quantriet.content.DeckId;
import vn.quantriet.content.ResolutionId;

class WrittenHtmlTest {
    private static final ResolutionId ID = new ResolutionId("57-nq-tw");

    private static String html(String markdown) {
        return WrittenHtml.of(markdown, ID);
    }

    @Test
    void linksStayAsWritten() {
        assertThat(html("[II.1](clause:ii.1) [18](clause:18-nq-tw#i) [2%](fact:gdp) [trang](https://a.vn/?b=1&c=2)"))
                .isEqualTo("<p><a href=\"clause:ii.1\">II.1</a> <a href=\"clause:18-nq-tw#i\">18</a> "
                        + "<a href=\"fact:gdp\">2%</a> <a href=\"https://a.vn/?b=1&amp;c=2\">trang</a></p>");
    }

    @Test
    void whatIsNotAllowedIsMereWords() {
        assertThat(html("[a](javascript:alert(1)) [b](http://b.vn) <script>c</script> ![d](https://d.vn/d.png)"))
                .isEqualTo("<p>a b &lt;script&gt;c&lt;/script&gt; d</p>");
    }

    @Test
    void boxesAreElements() {
        assertThat(html("- [x] Đúng\n- [ ] Sai"))
                .isEqualTo("<ul>\n<li class=\"task-list-item\"><i class=\"box ticked\"></i>Đúng</li>\n"
                        + "<li class=\"task-list-item\"><i class=\"box\"></i>Sai</li>\n</ul>");
    }

    @Test
    void whateverIsWrittenIsWellFormed() throws Exception {
        for (var markdown : new String[] {
            "a\u0001b\u0000c\uFFFEd\uD800e",
            "&nbsp;&copy;&#0;&lt;",
            "<br>dòng",
            "a  \nb\\\nc",
            "***",
            "`<&>`",
            "    <&>\n",
            "![](https://a.vn/\"onerror=\")",
            "[a](https://a.vn/\"b)",
            "| <a> | & |\n|:-:|---|\n| ]]> | <!-- |"
        }) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<body>" + html(markdown) + "</body>")));
        }
    }

    @Test
    void slidesArePagesAndWordsOfTheSpeakerStandApart() {
        var deck = new DeckId(ID, "co-so");
        var opened = LibraryFormat.opened(
                deck,
                SourceFile.of(
                        "57-nq-tw/slides/co-so.md",
                        "---\ntitle: T\n---\n\n# Một\n\n- ý\n\nLời giảng:\n\nNói.\n\n---\n\n# Hai\n\nchữ\n\n***\n\nchữ\n"));

        assertThat(opened.frontMatter()).isEqualTo("title: T\n");
        assertThat(opened.pages()).hasSize(2);
        assertThat(opened.pages().getFirst().html()).isEqualTo("<h1>Một</h1>\n<ul>\n<li>ý</li>\n</ul>");
        assertThat(opened.pages().getFirst().notes()).isEqualTo("<p>Nói.</p>");
        assertThat(opened.pages().getLast().html()).isEqualTo("<h1>Hai</h1>\n<p>chữ</p>\n<hr />\n<p>chữ</p>");
        assertThat(opened.pages().getLast().notes()).isEmpty();
    }
}
