package ma.riaya.beneficiary.name;

/** A person's name in both scripts, as the papers write it. */
public record PersonName(String familyAr, String givenAr, String familyLatin, String givenLatin) {

    /** A name is never logged. */
    @Override
    public String toString() {
        return "name";
    }
}
