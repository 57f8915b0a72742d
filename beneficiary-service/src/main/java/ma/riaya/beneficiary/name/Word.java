package ma.riaya.beneficiary.name;

/**
 * One word of a name as it is compared: what only joins is taken into the word that follows, so that
 * {@code Ben Jelloun} and {@code Benjelloun}, {@code Abd El Latif} and {@code Abdellatif} are one word each.
 *
 * @param text the folded letters
 * @param written as it stands in the name
 * @param script the script that it is written in
 * @param role what it does in a name
 * @param afterArticle whether an article stood before it as a word of its own
 */
record Word(String text, String written, Script script, Role role, boolean afterArticle) {

    enum Script {
        ARABIC,
        LATIN
    }

    enum Role {
        NAME,
        /** {@code Moulay}, {@code Lalla}, {@code Hadj}: borne by many, and left out as often as not. */
        TITLE,
        /** {@code eddine}: the end of a name whose beginning tells more. */
        ENDING
    }

    /** Two words written as one. */
    Word joinedTo(Word next) {
        String between = next.afterArticle && next.script == Script.ARABIC && !next.text.startsWith("ال") ? "ال" : "";
        return new Word(text + between + next.text, written + " " + next.written, script, Role.NAME, afterArticle);
    }

    boolean isName() {
        return role == Role.NAME;
    }

    /** A name is never logged. */
    @Override
    public String toString() {
        return "word";
    }
}
