package vn.quantriet.study;

import java.util.stream.Stream;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LedgerEntries extends JpaRepository<LedgerEntry, Long> {

    @Query("select e from LedgerEntry e where e.member = :member order by e.seq")
    Stream<LedgerEntry> chainOf(long member);
}
