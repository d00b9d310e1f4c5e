package vn.quantriet.study;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LocalNotes extends JpaRepository<LocalNote, Long> {

    @Query("select n from LocalNote n where n.text = :text and n.unit in :units order by n.id")
    List<LocalNote> of(String text, Collection<Long> units);

    @Query("select n from LocalNote n")
    Stream<LocalNote> everything();
}
