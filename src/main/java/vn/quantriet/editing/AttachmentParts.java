package vn.quantriet.editing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AttachmentParts extends JpaRepository<AttachmentPart, Long> {

    List<AttachmentPart> findByAttachmentOrderByNumber(long attachment);
}
