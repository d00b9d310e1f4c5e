package vn.quantriet.content.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.quantriet.content.Relations;
import vn.quantriet.content.Resolution;
import vn.quantriet.content.Resolution.Relation;
import vn.quantriet.content.Resolution.Relation.Type;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.content.Validity;
import vn.quantriet.content.Verification;

class RelationPictureTest {
    private final List<Resolution> texts = new ArrayList<>();

    /** Reads the texts of this test forwards and backwards. */
    private final Relations relations = new Relations() {
        @Override
        public Validity validity(ResolutionId id) {
            return id.value().equals("11-nq-tw")
                    ? new Validity.Expired(LocalDate.of(2020, 1, 1))
                    : new Validity.InForce();
        }

        @Override
        public List<Tie> of(ResolutionId id) {
            List<Tie> ties = new ArrayList<>();
            for (var text : texts) {
                for (var relation : text.relations()) {
                    if (text.id().equals(id)) {
                        ties.add(tie(relation.type(), true, relation.to()));
                    } else if (relation.to().equals(id)) {
                        ties.add(tie(relation.type(), false, text.id()));
                    }
                }
            }
            return ties;
        }

        private Tie tie(Type type, boolean outgoing, ResolutionId other) {
            var text = texts.stream().filter(t -> t.id().equals(other)).findFirst();
            return new Tie(type, outgoing, other, text, Optional.empty(), Optional.empty(), true);
        }
    };

    @Test
    void neighboursAndWhatTheyReplaceAreDrawnByYearWithLinks() {
        add("11-nq-tw", 2010, "Cũ <b>");
        add("22-nq-tw", 2015, "Giữa", Type.REPLACES, "11-nq-tw");
        var focus = add("33-nq-tw", 2020, "Nay", Type.AMENDS, "22-nq-tw", Type.IMPLEMENTS, "99-nq-tw");
        add("44-nq-tw", 2021, "Xa", Type.RELATED, "11-nq-tw");

        var graph = RelationGraph.around(focus, relations);
        var svg = Jsoup.parse(new RelationPicture(graph, "across", 4, 200, "Chưa có").draw());

        assertThat(graph.nodes())
                .extracting(node -> node.id().value())
                .containsExactly("33-nq-tw", "22-nq-tw", "99-nq-tw", "11-nq-tw");
        assertThat(svg.select(".year").eachText()).containsExactly("2020", "2015", "2010", "Chưa có");
        assertThat(svg.select("a.box").eachAttr("href"))
                .containsExactly("/van-ban/22-nq-tw/quan-he", "/van-ban/11-nq-tw/quan-he");
        assertThat(svg.select(".box.ended .number").text()).isEqualTo("11-NQ/TW");
        assertThat(svg.select(".box.unknown .number").text()).isEqualTo("99-nq-tw");
        assertThat(svg.select(".box.focus .number").text()).isEqualTo("33-NQ/TW");
        assertThat(svg.select("path.line").eachAttr("class"))
                .containsExactlyInAnyOrder("line rel-replaces", "line rel-amends", "line rel-implements");
        assertThat(svg.select("b")).isEmpty();
    }

    @Test
    void crowdedNeighbourhoodIsCutAndKinshipIsDrawnOnce() {
        var others = IntStream.range(100, 160).mapToObj(i -> i + "-nq-tw").toList();
        others.forEach(id -> add(id, 2024, "Văn bản", Type.RELATED, "33-nq-tw"));
        var relatedToAll = others.stream()
                .flatMap(id -> java.util.stream.Stream.of(Type.RELATED, id))
                .toArray();
        var focus = add("33-nq-tw", 2020, "Nay", relatedToAll);

        var graph = RelationGraph.around(focus, relations);

        assertThat(graph.nodes()).hasSize(24);
        assertThat(graph.edges()).hasSize(23);
    }

    /** @param relations types and ids in turn */
    private Resolution add(String id, int year, String title, Object... relations) {
        List<Relation> declared = new ArrayList<>();
        for (int i = 0; i < relations.length; i += 2) {
            var to = new ResolutionId((String) relations[i + 1]);
            declared.add(new Relation((Type) relations[i], to, Optional.empty(), Optional.empty(), 1));
        }
        var text = new Resolution(
                new ResolutionId(id),
                id.replace("-nq-tw", "-NQ/TW"),
                Resolution.Kind.RESOLUTION,
                "Bộ Chính trị",
                LocalDate.of(year, 1, 1),
                title,
                title,
                List.of("Chủ đề"),
                Verification.VERIFIED,
                "Công bố",
                declared,
                Resolution.Term.OPEN,
                List.of(),
                "0");
        texts.add(text);
        return text;
    }
}
