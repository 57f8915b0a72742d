package ma.riaya.welfare.campaign;

import java.time.Instant;
import java.util.UUID;
import ma.riaya.welfare.money.Money;

/** A campaign as stored; it never changes. */
record Campaign(
        UUID id,
        String programme,
        int programmeVersion,
        String nameAr,
        String nameFr,
        int year,
        Money amount,
        UUID envelope,
        String openedBy,
        Instant openedAt) {}
