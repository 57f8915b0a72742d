package ma.riaya.acceptance.story;

/**
 * One run of the stories, by name.
 *
 * <p>Every POST of a run has a key made of this name and the step, so a run that was cut short is taken up
 * where it stopped, and a run that is told again changes nothing: what was done answers from memory.
 */
public record Run(String name) {

    /** The run of {@code ./riaya demo}. */
    public static final Run DEMONSTRATION = new Run("demonstration");

    public Run {
        if (!name.matches("[a-zA-Z0-9-]{1,60}")) {
            throw new IllegalArgumentException("a run is named by letters, digits and hyphens");
        }
    }

    String key(String step) {
        return name + ":" + step;
    }
}
