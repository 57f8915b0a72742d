package ma.riaya.acceptance.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One line of the registry in the making; a household adds to it what happens in a life. */
final class Person {

    final String reference;
    final Sex sex;
    final LocalDate birth;
    final Names.Written given;
    final Names.Written family;
    final Place place;

    private final StringJoiner categories = new StringJoiner(";");
    private final StringJoiner links = new StringJoiner(";");
    private final List<PensionPeriod> pensions = new ArrayList<>();
    private String matricule = "";
    private String cin = "";
    private String rib = "";
    private @Nullable LocalDate death;

    /** A monthly pension in centimes from a day on, until the day before {@code until}. */
    record PensionPeriod(LocalDate from, @Nullable LocalDate until, long centimes) {}

    Person(String reference, Sex sex, LocalDate birth, Names.Written given, Names.Written family, Place place) {
        this.reference = reference;
        this.sex = sex;
        this.birth = birth;
        this.given = given;
        this.family = family;
        this.place = place;
    }

    Person numbered(String professionalNumber) {
        this.matricule = professionalNumber;
        return this;
    }

    Person identifiedBy(String identityCard) {
        this.cin = identityCard;
        return this;
    }

    Person paidInto(String account) {
        this.rib = account;
        return this;
    }

    Person holds(Category category, LocalDate from) {
        categories.add(category + ":" + from + "/");
        return this;
    }

    Person held(Category category, LocalDate from, LocalDate until, EndReason reason) {
        categories.add(category + ":" + from + "/" + until + ":" + reason);
        return this;
    }

    Person receives(List<PensionPeriod> periods) {
        pensions.addAll(periods);
        return this;
    }

    /** Dies, and with that the pension ends: at once, or where {@code stopped} is given, when the fund hears of it. */
    Person dies(LocalDate day, @Nullable LocalDate stopped) {
        death = day;
        if (stopped != null) {
            List<PensionPeriod> until = pensions.stream()
                    .filter(period -> period.from().isBefore(stopped))
                    .map(period -> period.until() == null || period.until().isAfter(stopped)
                            ? new PensionPeriod(period.from(), stopped, period.centimes())
                            : period)
                    .toList();
            pensions.clear();
            pensions.addAll(until);
        }
        return this;
    }

    /** Says that this person is the spouse, child or parent of the other. */
    void isRelated(String kind, Person other, LocalDate from, @Nullable LocalDate until) {
        links.add(kind + ":" + other.reference + ":" + from + "/" + Dates.text(until));
    }

    static void marry(Person one, Person other, LocalDate from, @Nullable LocalDate until) {
        one.isRelated("SPOUSE", other, from, until);
        other.isRelated("SPOUSE", one, from, until);
    }

    static void parentAndChild(Person parent, Person child) {
        parent.isRelated("PARENT", child, child.birth, null);
        child.isRelated("CHILD", parent, child.birth, null);
    }

    /** The fields of the registry's columns, in their order. */
    List<String> row() {
        StringJoiner paid = new StringJoiner(";");
        for (PensionPeriod period : pensions) {
            paid.add(period.from() + "/" + Dates.text(period.until()) + ":" + amount(period.centimes()));
        }
        return List.of(
                reference,
                matricule,
                cin,
                family.arabic(),
                given.arabic(),
                family.latin(),
                given.latin(),
                sex.name(),
                birth.toString(),
                Dates.text(death),
                place.province(),
                place.office(),
                categories.toString(),
                paid.toString(),
                rib,
                links.toString());
    }

    private static String amount(long centimes) {
        return centimes / 100 + "." + "%02d".formatted(centimes % 100);
    }
}
