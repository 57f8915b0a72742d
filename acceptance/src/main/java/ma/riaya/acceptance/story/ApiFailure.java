package ma.riaya.acceptance.story;

/** A service answered otherwise than expected; the message tells the request and the problem that came back. */
public final class ApiFailure extends StoryFailed {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ApiFailure(String message, int status, String code) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** The problem's code; empty where the body was no problem. */
    public String code() {
        return code;
    }
}
