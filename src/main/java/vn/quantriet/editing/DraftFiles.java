package vn.quantriet.editing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DraftFiles extends JpaRepository<DraftFile, Long> {

    List<DraftFile> findByDraft(long draft);

    Optional<DraftFile> findByDraftAndPath(long draft, String path);

    /** Without their words, which may be many. */
    @Query("select f.path as path, f.version as version,"
            + " case when f.base is null then true when f.body = f.base then false else true end as changed"
            + " from DraftFile f where f.draft = :draft and f.body is not null")
    List<Heading> headings(long draft);

    /** A file in a list. */
    interface Heading {
        String getPath();

        boolean getChanged();
    }
}
