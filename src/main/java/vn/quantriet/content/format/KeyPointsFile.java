package vn.quantriet.content.format;

import java.util.ArrayList;
import java.util.List;
import vn.quantriet.content.KeyPoint;
import vn.quantriet.content.ResolutionId;

/** Parses {@code key-points.md}. */
final class KeyPointsFile {
    private KeyPointsFile() {}

    static Parsed<List<KeyPoint>> parse(ResolutionId id, SourceFile file, Html html) {
        var findings = new Findings(file, id);
        int start = FrontMatter.bodyStart(file.text());
        if (start > 0) {
            findings.report(0, "front-matter-unexpected");
        }
        var body = Markdown.parse(file, start, file.text().length());
        body.check(findings);
        body.forbidFacts(findings);
        List<KeyPoint> points = new ArrayList<>();
        for (var section : Section.of(body)) {
            if (section.heading().isEmpty()) {
                findings.report(body.positionOf(section.blocks().getFirst()), "content-stray");
                continue;
            }
            var heading = section.heading().get();
            var title = PlainText.of(heading);
            var text = PlainText.withoutCitations(section.blocks());
            var cites = Markdown.ownCites(section.blocks(), findings);
            if (heading.getLevel() != 2) {
                findings.report(body.positionOf(heading), "heading-other", "#".repeat(heading.getLevel()));
            } else if (title.isEmpty()) {
                findings.report(body.positionOf(heading), "heading-empty");
            } else if (text.isEmpty()) {
                findings.report(body.positionOfText(heading), "key-point-empty", title);
            } else if (cites.isEmpty()) {
                findings.report(body.positionOfText(heading), "key-point-uncited", title);
            }
            points.add(new KeyPoint(points.size() + 1, title, html.of(section.blocks()), text, cites));
        }
        if (points.isEmpty()) {
            findings.report(0, "key-points-empty");
        }
        return findings.with(List.copyOf(points));
    }
}
