package ma.riaya.beneficiary.person;

import java.util.List;
import java.util.Optional;
import ma.riaya.beneficiary.account.Rib;
import ma.riaya.kit.problem.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A person as a source announces it, read and checked.
 *
 * <p>An empty part says nothing and leaves what stands; a list that is given says all that the source knows.
 *
 * @param line where it stands in the file
 * @param digest what tells whether the source said the same before
 * @param account the account announced, where it is a good one
 * @param accountProblem why the account announced was refused, where it was
 * @param sameAs how someone resolved a look: NEW, or the reference of the person meant
 */
@SuppressWarnings("ArrayRecordComponent")
public record RegistryRow(
        long line,
        String reference,
        byte[] digest,
        Announced announced,
        @Nullable List<HeldCategory> categories,
        @Nullable List<HeldPension> pensions,
        @Nullable List<AnnouncedLink> links,
        Optional<Rib> account,
        Optional<String> accountProblem,
        Optional<String> sameAs) {

    /** Refused by name where a category, a pension or a link stands twice at one time. */
    public void demandApart() {
        for (Category category : Category.values()) {
            if (Period.anyOverlap(given(categories).stream()
                    .filter(held -> held.category() == category)
                    .map(HeldCategory::period)
                    .toList())) {
                throw new RefusedException(new CannotTakePeriod.CategoryOverlaps(category));
            }
        }
        if (given(categories).stream()
                .anyMatch(held -> held.endReason() != null && held.period().until() == null)) {
            throw new RefusedException(new CannotTakePeriod.EndReasonWithoutEnd());
        }
        if (Period.anyOverlap(given(pensions).stream().map(HeldPension::period).toList())) {
            throw new RefusedException(new CannotTakePeriod.PensionOverlaps());
        }
        List<AnnouncedLink> all = given(links);
        for (AnnouncedLink link : all) {
            if (link.otherReference().equals(reference)) {
                throw new RefusedException(new CannotTakePeriod.LinkToSelf());
            }
            if (Period.anyOverlap(all.stream()
                    .filter(other -> other.kind() == link.kind()
                            && other.otherReference().equals(link.otherReference()))
                    .map(AnnouncedLink::period)
                    .toList())) {
                throw new RefusedException(new CannotTakePeriod.LinkOverlaps(link.kind()));
            }
        }
    }

    /** What a source says, none where it is silent. */
    static <T> List<T> given(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }

    public record HeldCategory(
            Category category, Period period, @Nullable String endReason) {}

    public record HeldPension(Period period, Money amount) {}

    /** The other person is named by reference, and may come later in the file. */
    public record AnnouncedLink(LinkKind kind, String otherReference, Period period) {}
}
