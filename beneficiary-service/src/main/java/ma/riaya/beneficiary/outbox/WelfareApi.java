package ma.riaya.beneficiary.outbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one operation of welfare-service that this service uses, as itself. */
@RegisterRestClient(configKey = "welfare")
@Path("/v1/registry-events")
@Consumes(MediaType.APPLICATION_JSON)
interface WelfareApi {

    @POST
    void take(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam("Idempotency-Key") String key,
            Notices notices);

    record Notices(List<Notice> events) {}
}
