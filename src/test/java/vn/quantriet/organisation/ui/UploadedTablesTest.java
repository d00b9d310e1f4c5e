package vn.quantriet.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quantriet.organisation.ImportProblem.ImportFile;

class UploadedTablesTest {
    private static final byte[] UNITS = "code,parent,name,kind\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void aFileIsOnDiskUntilItIsReplacedOrTakenAway() {
        var tables = new UploadedTables(folder);
        tables.put(ImportFile.UNITS, UNITS);
        tables.put(ImportFile.UNITS, UNITS);
        tables.put(ImportFile.MEMBERS, "mã\n".getBytes(StandardCharsets.UTF_8));
        assertThat(tables.text(ImportFile.UNITS)).isEqualTo("code,parent,name,kind\n");
        assertThat(tables.text(ImportFile.MEMBERS)).isEqualTo("mã\n");
        assertThat(folder.toFile().list()).hasSize(2);

        tables.remove(ImportFile.MEMBERS);
        assertThat(tables.text(ImportFile.MEMBERS)).isEmpty();
        assertThat(folder.toFile().list()).hasSize(1);

        tables.clear();
        assertThat(tables.isEmpty()).isTrue();
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() throws IOException {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }
        };
        assertThat(UploadedTables.read(endless)).isEmpty();
        assertThat(endless.given).isEqualTo(10_000_001);
        assertThat(UploadedTables.read(new ByteArrayInputStream(new byte[10_000_000])))
                .isPresent();
    }
}
