package vn.quantriet.study;

import vn.quantriet.content.ResolutionId;
import vn.quantriet.organisation.UnitId;

/**
 * A member went on with what they owe. Published within the transaction that records it, so that whoever counts can count in
 * the same transaction.
 *
 * @param unit where the member is counted
 */
public record ObligationStepped(CampaignId campaign, ResolutionId text, UnitId unit, Step from, Step to) {}
