package ma.riaya.welfare.programme;

import ma.riaya.welfare.money.Money;

/** Whom a campaign selects: holders of a category whose monthly pension is at most the ceiling. */
public record CampaignRule(String category, Money pensionUpTo) {}
