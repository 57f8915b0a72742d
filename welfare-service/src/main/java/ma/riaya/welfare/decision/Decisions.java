package ma.riaya.welfare.decision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.database.Write;
import ma.riaya.welfare.aidrequest.Move;
import org.jspecify.annotations.Nullable;

/** The decisions as stored: written once, with the step of the request that they decide. */
@Singleton
class Decisions {

    /** Who instructed and proposed, and what, is read from the request itself and not from the caller. */
    private static final String INSERT = """
            INSERT INTO decision (id, request, outcome, programme, programme_version, amount, envelope, instructed_by, proposed_by, proposal_reasons,
                decided_by, reasons, decided_at)
            SELECT :decision, id, state, programme, programme_version, amount, envelope, instructed_by, proposed_by, proposal_reasons,
                :decidedBy, :reasons, changed_at
            FROM %s
            """.formatted(Move.ROW);

    /** One write of the step whose move binds the decision's identifier and the reasons. */
    Write write(UUID decision, String decidedBy) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("decision", decision);
        values.put("decidedBy", decidedBy);
        return new Write("decided", INSERT, values);
    }
}
