package ma.riaya.acceptance.story;

/** Where the bearer tokens of the demonstration's people come from. */
@FunctionalInterface
public interface TokenSource {

    /** A token of this user that is good for at least a minute. */
    String tokenOf(String user);
}
