package vn.quantriet.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.organisation.Unit;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.organisation.UnitTree;
import vn.quantriet.organisation.WholePortal;
import vn.quantriet.search.IndexReport;
import vn.quantriet.search.IndexReport.Reason;

class IndexAdministrationTest {
    private static final UnitId ROOT = new UnitId(1);

    @TempDir
    Path data;

    @Test
    void onlyAdministratorsOfTheWholePortalSeeToTheIndex() throws IOException {
        var tree = mock(UnitTree.class);
        when(tree.root())
                .thenReturn(Optional.of(
                        new Unit(ROOT, Optional.empty(), "TU", "Tỉnh ủy", Unit.Kind.PROVINCIAL_COMMITTEE, "/1/", 0)));
        try (var portal = SearchFixture.started(data)) {
            var upkeep = new IndexAdministration(
                    portal.care,
                    new WholePortal(portal.member, tree),
                    new StaticListableBeanFactory().getBeanProvider(SharedUpkeep.class));
            assertThatThrownBy(upkeep::report).isInstanceOf(AccessDeniedException.class);
            portal.member.administrated = Optional.of(new UnitId(4));
            assertThatThrownBy(upkeep::report).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(upkeep::rebuild).isInstanceOf(AccessDeniedException.class);
            assertThat(portal.background).isEmpty();

            portal.member.administrated = Optional.of(ROOT);
            portal.index.skipped().add("57-nq-tw", "clause/57-nq-tw/i", Reason.NOT_INDEXABLE, new IOException("lời"));
            var report = upkeep.report();
            assertThat(report.work()).isEmpty();
            assertThat(report.finished()).contains(SearchFixture.NOW);
            assertThat(report.behind()).isFalse();
            assertThat(report.passages()).isEqualTo(16);
            assertThat(report.bytes()).isPositive();
            assertThat(report.skippedInAll()).isEqualTo(1);
            assertThat(report.skipped())
                    .containsExactly(new IndexReport.Skipped("clause/57-nq-tw/i", Reason.NOT_INDEXABLE, "IOException"));

            upkeep.rebuild();
            assertThat(portal.background).hasSize(1);
        }
    }
}
