package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What two persons can be to each other: refused where it is certainly wrong, warned of where it is only unlikely. */
@Singleton
public class FamilyRules {

    /** Nobody on record had a child, or was married, younger. */
    static final int LEAST_AGE = 12;

    private static final int UNLIKELY_AS_PARENT = 15;

    /** The age of majority (Family Code, articles 19 and 209). */
    static final int OF_AGE = 18;

    /** Family Code, articles 40 to 46. */
    private static final int MOST_WIVES = 4;

    private final Jdbi jdbi;
    private final PersonAccess access;

    FamilyRules(Jdbi jdbi, PersonAccess access) {
        this.jdbi = jdbi;
        this.access = access;
    }

    /** The same of two persons whom the caller reaches. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> check(UUID one, LinkKind kind, UUID other, LocalDate from) {
        if (one.equals(other)) {
            throw new RefusedException(new CannotTakePeriod.LinkToSelf());
        }
        return check(access.toRead(one), kind, access.toRead(other), from, null);
    }

    /** The doubts about a link of the one to the other, in the order of the rules. */
    List<String> check(PersonRecord one, LinkKind kind, PersonRecord other, LocalDate from, @Nullable UUID exceptLink) {
        LocalDate younger = one.birthDate().isAfter(other.birthDate()) ? one.birthDate() : other.birthDate();
        if (from.isBefore(younger)) {
            throw new RefusedException(new CannotLink.BeforeBirth(from, younger));
        }
        List<String> doubts = new ArrayList<>();
        switch (kind) {
            case CHILD -> parentage(other, one, doubts);
            case PARENT -> parentage(one, other, doubts);
            case SPOUSE -> marriage(one, other, from, exceptLink, doubts);
            case GUARDIAN -> guardianship(one, other, from, doubts);
        }
        return doubts;
    }

    private void parentage(PersonRecord parent, PersonRecord child, List<String> doubts) {
        if (!parent.birthDate().isBefore(child.birthDate())) {
            throw new RefusedException(new CannotLink.ParentBornAfterChild(parent.birthDate(), child.birthDate()));
        }
        int age = age(parent, child.birthDate());
        if (age < LEAST_AGE) {
            throw new RefusedException(new CannotLink.ParentTooYoung(age, LEAST_AGE));
        }
        if (isAncestor(child.id(), parent.id())) {
            throw new RefusedException(new CannotLink.CycleOfParents(parent.id(), child.id()));
        }
        if (age < UNLIKELY_AS_PARENT) {
            doubts.add("parent-very-young");
        }
        LocalDate death = parent.deathDate();
        if (death != null && child.birthDate().isAfter(parent.sex() == Sex.F ? death : death.plusYears(1))) {
            doubts.add("born-after-parent-died");
        }
        if (hasAnotherParent(child.id(), parent)) {
            doubts.add("second-parent-of-same-sex");
        }
    }

    private void marriage(
            PersonRecord one, PersonRecord other, LocalDate from, @Nullable UUID exceptLink, List<String> doubts) {
        for (PersonRecord spouse : List.of(one, other)) {
            demandAlive(spouse, from);
            int age = age(spouse, from);
            if (age < LEAST_AGE) {
                throw new RefusedException(new CannotLink.SpouseTooYoung(age, LEAST_AGE));
            }
            if (age < OF_AGE && !doubts.contains("spouse-minor")) {
                doubts.add("spouse-minor");
            }
            int marriages = spousesOn(spouse.id(), from, exceptLink);
            if (spouse.sex() == Sex.F && marriages > 0) {
                doubts.add("wife-married-already");
            }
            if (spouse.sex() == Sex.M && marriages >= MOST_WIVES) {
                doubts.add("husband-has-four-wives");
            }
        }
        if (one.sex() == other.sex()) {
            doubts.add("spouses-of-same-sex");
        }
    }

    private static void guardianship(PersonRecord guardian, PersonRecord ward, LocalDate from, List<String> doubts) {
        demandAlive(guardian, from);
        demandAlive(ward, from);
        int age = age(guardian, from);
        if (age < OF_AGE) {
            throw new RefusedException(new CannotLink.GuardianUnderAge(age));
        }
        if (age(ward, from) >= OF_AGE) {
            doubts.add("ward-of-age");
        }
    }

    private static void demandAlive(PersonRecord person, LocalDate from) {
        LocalDate death = person.deathDate();
        if (death != null && from.isAfter(death)) {
            throw new RefusedException(new CannotLink.AfterDeath(from, death));
        }
    }

    static int age(PersonRecord person, LocalDate on) {
        return Period.between(person.birthDate(), on).getYears();
    }

    private boolean isAncestor(UUID ancestor, UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH RECURSIVE up (id) AS (
                            SELECT CAST(:person AS uuid)
                            UNION
                            SELECT CASE l.kind WHEN 'CHILD' THEN l.other_id ELSE l.person_id END
                            FROM up JOIN person_link l ON l.known_until IS NULL
                                AND (l.kind = 'CHILD' AND l.person_id = up.id OR l.kind = 'PARENT' AND l.other_id = up.id)
                        )
                        SELECT EXISTS (SELECT FROM up WHERE id = :ancestor)
                        """)
                .bind("person", person)
                .bind("ancestor", ancestor)
                .mapTo(Boolean.class)
                .one());
    }

    private boolean hasAnotherParent(UUID child, PersonRecord parent) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM person_link l
                            JOIN person p ON p.id = CASE l.kind WHEN 'CHILD' THEN l.other_id ELSE l.person_id END
                            WHERE l.known_until IS NULL AND p.sex = :sex AND p.id <> :parent
                              AND (l.kind = 'CHILD' AND l.person_id = :child OR l.kind = 'PARENT' AND l.other_id = :child))
                        """)
                .bind("sex", parent.sex().name())
                .bind("parent", parent.id())
                .bind("child", child)
                .mapTo(Boolean.class)
                .one());
    }

    private int spousesOn(UUID person, LocalDate day, @Nullable UUID exceptLink) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(DISTINCT CASE WHEN person_id = :person THEN other_id ELSE person_id END) FROM person_link
                        WHERE known_until IS NULL AND kind = 'SPOUSE' AND held @> :day
                          AND (person_id = :person OR other_id = :person) AND id IS DISTINCT FROM :except
                          AND is_told_of(person_id) AND is_told_of(other_id)
                        """)
                .bind("person", person)
                .bind("day", day)
                .bind("except", exceptLink)
                .mapTo(Integer.class)
                .one());
    }
}
