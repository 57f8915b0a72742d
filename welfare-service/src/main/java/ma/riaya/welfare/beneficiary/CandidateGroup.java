package ma.riaya.welfare.beneficiary;

import ma.riaya.welfare.money.Money;

/** Everybody who ever held the category and whose pension is not above the bound, or not known. */
public record CandidateGroup(String category, Money pensionUpTo) {}
