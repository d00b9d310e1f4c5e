package vn.quantriet.study;

import org.springframework.context.annotation.Import;

/** Of the study module, only campaigns and what they oblige members to; for tests of those who count that. */
@Import({Campaigns.class, ObligationAssignment.class, ObligationRegister.class, ObligationRepair.class})
public class Campaigning {}
