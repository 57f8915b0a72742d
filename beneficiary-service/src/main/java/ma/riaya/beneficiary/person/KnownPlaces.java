package ma.riaya.beneficiary.person;

import jakarta.inject.Singleton;
import java.util.Set;
import ma.riaya.kit.problem.RefusedException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The provinces that a person may live in, and the offices that may follow them.
 *
 * <p>They are read once: new ones come by migration, before the service answers.
 */
@Singleton
public class KnownPlaces {

    private final Jdbi jdbi;
    private volatile @Nullable Codes known;

    KnownPlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Codes(Set<String> provinces, Set<String> offices) {}

    /** Refused by name where a province is given and unknown. */
    void demandProvince(@Nullable String province) {
        if (province != null && !codes().provinces().contains(province)) {
            throw new RefusedException(new CannotTakeIdentity.ProvinceUnknown(province));
        }
    }

    /** Refused by name where an office is given and unknown. */
    public void demandOffice(@Nullable String office) {
        if (office != null && !isOffice(office)) {
            throw new RefusedException(new CannotTakeIdentity.OfficeUnknown(office));
        }
    }

    public boolean isOffice(String code) {
        return codes().offices().contains(code);
    }

    /** The codes of the offices that a person may be followed by. */
    public Set<String> offices() {
        return codes().offices();
    }

    private Codes codes() {
        Codes codes = known;
        if (codes == null) {
            codes = new Codes(codesOf("province"), codesOf("office"));
            known = codes;
        }
        return codes;
    }

    private Set<String> codesOf(String table) {
        return jdbi.withHandle(handle -> Set.copyOf(handle.createQuery("SELECT code FROM " + table)
                .mapTo(String.class)
                .list()));
    }
}
