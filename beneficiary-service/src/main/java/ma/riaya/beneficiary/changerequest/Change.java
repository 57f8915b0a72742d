package ma.riaya.beneficiary.changerequest;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One kind of change: what stands, what is doubtful about what is asked, and how it takes effect. */
interface Change {

    ChangeKind kind();

    /** What stands now of what is asked for; equal to what stood before unless somebody changed it since. */
    Map<String, String> standing(UUID person, Map<String, String> asked);

    /** Refused by name where it cannot be written as things stand; the doubts that stop nothing. */
    List<String> check(UUID person, ChangeContent content);

    /** What is doubtful about it now, for whoever decides. */
    default List<String> doubts(UUID person, ChangeContent content) {
        return content.warnings();
    }

    /** Writes it, in the transaction of the approval. */
    void apply(ChangeRequest request, ChangeContent content);

    /** A value as it is shown where no purpose opens it. */
    String masked(String field, String value);

    /** The sensitive field that this one is shown with, such as {@code account}; none where it is shown to all. */
    String sensitive(String field);
}
