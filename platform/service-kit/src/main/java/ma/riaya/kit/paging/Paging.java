package ma.riaya.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a caller may say of the page it wants; taken as one {@code @BeanParam @Valid}. */
public class Paging {

    public static final int MOST = 200;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MOST)
    @Parameter(description = "How many at most, 1 to 200.")
    int limit;

    @QueryParam("cursor")
    @Nullable
    @Parameter(description = "What the former page gave as next.")
    String cursor;

    public int limit() {
        return limit;
    }

    /** One more than the limit: the row that tells whether a next page exists. */
    public int toRead() {
        return limit + 1;
    }

    /** Where the last page ended, or null for the first; the number of sort values is the list's own. */
    public @Nullable Cursor after(int sortValues) {
        return Cursor.decode(cursor, sortValues);
    }

    /** The page with {@code Link: rel="next"} where there is one. */
    public static <T> RestResponse<Page<T>> answer(UriInfo uri, Page<T> page) {
        RestResponse.ResponseBuilder<Page<T>> answer = RestResponse.ResponseBuilder.ok(page);
        if (page.next() != null) {
            answer.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", page.next())
                            .build())
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
