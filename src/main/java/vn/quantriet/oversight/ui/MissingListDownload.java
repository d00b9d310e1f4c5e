package vn.quantriet.oversight.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;
import vn.quantriet.oversight.MissingListExport;
import vn.quantriet.study.CampaignId;
import vn.quantriet.ui.Translations;

/**
 * Hands out the list of who is missing as XLSX. The list is finished in a temporary file before its first byte is sent: a slow
 * phone then holds no database connection, and what goes wrong is an error and not half a list.
 */
@RestController
class MissingListDownload {
    private static final String PATH = "/api/theo-doi/danh-sach.xlsx";
    private static final String LANGUAGE = "ngon-ngu";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MissingListExport export;

    MissingListDownload(MissingListExport export) {
        this.export = export;
    }

    /** Where the list is found. */
    static String address(UnitId unit, CampaignId campaign, ResolutionId text, Locale locale) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam(Address.UNIT, unit.value())
                .queryParam(Address.CAMPAIGN, campaign.value())
                .queryParam(Address.TEXT, text.value())
                .queryParam(LANGUAGE, locale.getLanguage())
                .toUriString();
    }

    @GetMapping(PATH)
    void download(
            @RequestParam(Address.UNIT) long unit,
            @RequestParam(Address.CAMPAIGN) long campaign,
            @RequestParam(Address.TEXT) String text,
            @RequestParam(name = LANGUAGE, defaultValue = "vi") String language,
            HttpServletResponse response)
            throws IOException {
        var order = order(unit, campaign, text, language);
        Path file = Files.createTempFile("con-thieu", ".xlsx");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                export.write(order, out);
            }
            response.setContentType(XLSX);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(export.fileName(order), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Ids that cannot be are answered like ids that are not allowed. */
    private static MissingListExport.Order order(long unit, long campaign, String text, String language) {
        try {
            return new MissingListExport.Order(
                    new UnitId(unit),
                    new CampaignId(campaign),
                    new ResolutionId(text),
                    language.equals("en") ? Translations.ENGLISH : Translations.VIETNAMESE);
        } catch (IllegalArgumentException e) {
            throw new AccessDeniedException("address makes no sense", e);
        }
    }
}
