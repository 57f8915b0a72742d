package ma.riaya.welfare.payment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import ma.riaya.kit.idempotency.Idempotent;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.ProblemTexts;
import ma.riaya.kit.problem.RefusedException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the bank answers, and what of it does not fit. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FINANCE, Roles.AUDITOR})
@Tag(name = "Bank", description = "What the bank answers, and what of it does not fit.")
class BankFileResource {

    private final ReceiveBankFile receiving;
    private final BankFileBook book;
    private final ProblemTexts texts;

    BankFileResource(ReceiveBankFile receiving, BankFileBook book, ProblemTexts texts) {
        this.receiving = receiving;
        this.book = book;
        this.texts = texts;
    }

    @POST
    @Path("/bank-files")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed(Roles.FINANCE)
    @Idempotent(kept = Idempotent.Kept.FOR_EVER)
    @APIResponseSchema(value = BankFileView.class, responseCode = "201", responseDescription = "Taken.")
    @Operation(
            operationId = "receiveBankFile",
            summary = "Take a pain.002 or camt.054 of the bank, whole",
            description =
                    "pain.002.001 of the versions 03 to 14 and camt.054.001 of the versions 02 to 13 are read, in UTF-8. Lines that do not fit change nothing and are listed as exceptions. Refusals: bank-file-already-received, bank-file-message-id-used, bank-file-malformed, bank-file-encoding, bank-file-bytes-malformed, bank-file-with-dtd, bank-file-too-large, bank-file-too-deep, bank-file-unknown-kind, bank-file-element-missing, bank-file-element-unexpected, bank-file-amount-malformed, bank-file-currency-malformed, bank-file-date-malformed, bank-file-value-malformed.")
    public RestResponse<BankFileView> receive(@NotNull byte[] body) {
        BankFileView file = BankFileView.of(receiving.receive(body));
        return ResponseBuilder.create(RestResponse.Status.CREATED, file)
                .location(URI.create("/v1/bank-files/" + file.id()))
                .build();
    }

    @GET
    @Path("/bank-files")
    @Operation(operationId = "listBankFiles", summary = "Files of the bank, the newest first")
    public RestResponse<Page<BankFileView>> list(@Valid @BeanParam Paging paging, @Context UriInfo uri) {
        return Paging.answer(
                uri,
                Page.of(book.page(paging.after(1), paging.toRead()), paging.limit(), file -> Cursor.of(file.id()))
                        .map(BankFileView::of));
    }

    @GET
    @Path("/bank-files/{id}")
    @Operation(
            operationId = "getBankFile",
            summary = "One file of the bank",
            description = "Refusals: bank-file-unknown.")
    public BankFileView get(@PathParam("id") UUID id) {
        return BankFileView.of(known(id));
    }

    @GET
    @Path("/bank-files/{id}/lines")
    @Operation(
            operationId = "listBankFileLines",
            summary = "The lines of a file of the bank, in its order",
            description = "Refusals: bank-file-unknown.")
    public RestResponse<Page<BankLineView>> lines(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable LineOutcome outcome,
            @Valid @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        known(id);
        List<BankFileBook.StoredLine> read = book.lines(id, outcome, paging.after(1), paging.toRead());
        return answer(Page.of(read, paging.limit(), line -> Cursor.of(line.position())), headers, uri);
    }

    @GET
    @Path("/bank-exceptions")
    @Operation(
            operationId = "listBankExceptions",
            summary = "Every line of the bank that changed nothing and waits for a person, the oldest first")
    public RestResponse<Page<BankLineView>> exceptions(
            @Valid @BeanParam Paging paging, @Context HttpHeaders headers, @Context UriInfo uri) {
        List<BankFileBook.StoredLine> read = book.exceptions(paging.after(1), paging.toRead());
        return answer(Page.of(read, paging.limit(), line -> Cursor.of(line.id())), headers, uri);
    }

    private RestResponse<Page<BankLineView>> answer(
            Page<BankFileBook.StoredLine> page, HttpHeaders headers, UriInfo uri) {
        Locale language = ProblemTexts.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Paging.answer(uri, page.map(line -> BankLineView.of(line, texts, language)));
    }

    private BankFileBook.Stored known(UUID id) {
        return book.get(id).orElseThrow(() -> new RefusedException(new CannotReceive.BankFileUnknown(id)));
    }
}
