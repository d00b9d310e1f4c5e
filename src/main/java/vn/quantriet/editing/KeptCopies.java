package vn.quantriet.editing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface KeptCopies extends JpaRepository<KeptCopy, Long> {

    @Query("select c.id as id, c.path as path, c.keptAt as keptAt from KeptCopy c where c.draft = :draft"
            + " order by c.keptAt desc, c.id desc")
    List<Heading> headings(long draft);

    @Query(
            "select c.body from KeptCopy c where c.draft = :draft and c.path = :path order by c.id desc fetch first 1 row only")
    Optional<String> last(long draft, String path);

    @Query("select c.id from KeptCopy c where c.draft = :draft order by c.id desc")
    List<Long> newest(long draft, Limit limit);

    void deleteByDraftAndIdLessThan(long draft, long id);

    Optional<KeptCopy> findByIdAndDraft(long id, long draft);

    /** A copy without its words. */
    interface Heading {
        long getId();

        String getPath();

        Instant getKeptAt();
    }
}
