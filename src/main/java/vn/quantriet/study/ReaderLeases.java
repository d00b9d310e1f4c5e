package vn.quantriet.study;

import org.springframework.data.jpa.repository.JpaRepository;

interface ReaderLeases extends JpaRepository<ReaderLease, Long> {}
