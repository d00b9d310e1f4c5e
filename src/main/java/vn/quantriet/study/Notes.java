package vn.quantriet.study;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Notes extends JpaRepository<Note, Long> {

    @Query("select n from Note n where n.member = :member and n.text = :text order by n.id")
    List<Note> of(long member, String text);

    @Query("select n from Note n")
    Stream<Note> everything();
}
