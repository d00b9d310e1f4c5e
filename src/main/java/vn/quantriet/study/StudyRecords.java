package vn.quantriet.study;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StudyRecords extends JpaRepository<StudyRecord, MemberText> {

    @Query("select r from StudyRecord r where r.id.member = :member order by r.updatedAt desc")
    List<StudyRecord> of(long member);
}
