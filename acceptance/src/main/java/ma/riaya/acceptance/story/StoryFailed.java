package ma.riaya.acceptance.story;

/** The product did not do what the story says; the message is a sentence for its reader. */
public class StoryFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoryFailed(String message) {
        super(message);
    }

    public StoryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
