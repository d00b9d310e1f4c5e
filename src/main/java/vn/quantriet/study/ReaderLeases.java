package vn.quantriet.study;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReaderLeases extends JpaRepository<ReaderLease, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from ReaderLease l where l.member = :member")
    Optional<ReaderLease> lock(long member);
}
