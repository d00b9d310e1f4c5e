package vn.quantriet.organisation;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the words of the members who were there before words were kept. A migration and no SQL: what a word is, and its number, is
 * known to {@link MemberWords} alone.
 */
@Component
class MemberWordsFilled implements JavaMigration {
    private static final int IN_ONE_GO = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("13");
    }

    @Override
    public String getDescription() {
        return "member words filled";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (var read = connection.prepareStatement("select id, full_name from member");
                var write =
                        connection.prepareStatement("insert into member_word (beginning, member_id) values (?, ?)")) {
            read.setFetchSize(IN_ONE_GO);
            int waiting = 0;
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    for (long beginning : MemberWords.beginnings(rows.getString("full_name"))) {
                        write.setLong(1, beginning);
                        write.setLong(2, rows.getLong("id"));
                        write.addBatch();
                        waiting++;
                    }
                    if (waiting >= IN_ONE_GO) {
                        write.executeBatch();
                        waiting = 0;
                    }
                }
            }
            write.executeBatch();
        }
    }
}
