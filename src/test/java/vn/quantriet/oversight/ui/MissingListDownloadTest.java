package vn.quantriet.oversight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.Unit;
import vn.quantriet.oversight.MissingListExport;
import vn.quantriet.oversight.Portal;
import vn.quantriet.oversight.World;
import vn.quantriet.study.CampaignId;

@SpringBootTest(
        classes = Portal.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = World.DATABASE)
@SuppressWarnings("NullAway.Init")
class MissingListDownloadTest {

    @Autowired
    private World world;

    @Autowired
    private MissingListExport export;

    private MissingListDownload download;
    private Unit offices;
    private Unit wards;
    private CampaignId campaign;

    @BeforeEach
    void populate() {
        world.clear();
        download = new MissingListDownload(export);
        var root = world.root("Đảng bộ tỉnh (mẫu)");
        offices = world.below(root, "Đảng bộ Khối cơ quan");
        wards = world.below(root, "Đảng bộ phường Hòa Bình (mẫu)");
        world.join(offices, "Nguyễn Thu Hà");
        campaign = world.open(offices, "Đợt học", World.OPENS, World.DUE, new ResolutionId("57-nq-tw"));
    }

    @Test
    void listIsSentAsAFileInTheLanguageAskedFor() throws IOException {
        var response = new MockHttpServletResponse();

        download.download(offices.id().value(), campaign.value(), "57-nq-tw", "en", response);

        assertThat(response.getHeader("Content-Disposition")).contains("missing_U2_57-nq-tw_2026-11-23.xlsx");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Party members who have not completed");
            assertThat(rows.getLast().getCellText(2)).isEqualTo("Nguyễn Thu Hà");
        }
    }

    @Test
    void foreignUnitAndSenselessIdsAreRefusedAndNothingIsSent() {
        world.actAsSecretaryOf(wards);
        var response = new MockHttpServletResponse();

        assertThatThrownBy(() -> download.download(offices.id().value(), campaign.value(), "57-nq-tw", "vi", response))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> download.download(-1, campaign.value(), "57-nq-tw", "vi", response))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(response.getContentAsByteArray()).isEmpty();
    }
}
