package ma.riaya.welfare.payment.bankfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ma.riaya.kit.problem.RefusedException;

/** {@code camt.054}: what was booked, an entry for one payment or one for many with their details. */
final class NotificationReader implements MessageReader {

    private static final String NOTIFICATION = "Ntfctn";
    private static final String ENTRY = NOTIFICATION + "/Ntry";
    private static final String DETAILS = ENTRY + "/NtryDtls/TxDtls";
    private static final String MESSAGE_ID = "GrpHdr/MsgId";
    private static final String CREATED = "GrpHdr/CreDtTm";
    private static final String IBAN = "Acct/Id/IBAN";
    private static final String OTHER_ACCOUNT = "Acct/Id/Othr/Id";
    private static final Set<String> OF_THE_MESSAGE = Set.of(MESSAGE_ID, CREATED);
    private static final Set<String> OF_A_NOTIFICATION = Set.of(IBAN, OTHER_ACCOUNT);

    private final List<BankLine> lines = new ArrayList<>();
    private final Parts header = new Parts(OF_THE_MESSAGE, Set.of());
    private String messageId = "";
    private boolean notified;
    private Parts notification = new Parts(OF_A_NOTIFICATION, Set.of());
    private Parts entry = new Parts(Entry.PARTS, Set.of());
    private Parts details = new Parts(Details.PARTS, Set.of());
    private List<Details> detailsOfEntry = new ArrayList<>();

    @Override
    public void opened(String path) {
        switch (path) {
            case NOTIFICATION -> notification = new Parts(OF_A_NOTIFICATION, Set.of());
            case ENTRY -> {
                entry = new Parts(Entry.PARTS, Set.of());
                detailsOfEntry = new ArrayList<>();
            }
            case DETAILS -> details = new Parts(Details.PARTS, Set.of());
            default -> {
                // The others are read as they end.
            }
        }
    }

    @Override
    public void closed(Element element) {
        String path = element.path();
        switch (path) {
            case "" -> ends(element);
            case NOTIFICATION -> {
                account(element);
                notified = true;
            }
            case ENTRY -> entryEnds(element);
            case DETAILS -> {
                requireRoom();
                detailsOfEntry.add(Details.of(details));
            }
            default -> part(path, element);
        }
    }

    private void part(String path, Element element) {
        if (path.startsWith(DETAILS + "/")) {
            details.take(path.substring(DETAILS.length() + 1), element);
        } else if (path.startsWith(ENTRY + "/")) {
            entry.take(path.substring(ENTRY.length() + 1), element);
        } else if (path.startsWith(NOTIFICATION + "/")) {
            notification.take(path.substring(NOTIFICATION.length() + 1), element);
        } else {
            header.take(path, element);
        }
    }

    /** A bank without IBANs names the account in a form of its own. */
    private String account(Element whole) {
        String account = notification.code(IBAN, OTHER_ACCOUNT);
        if (account == null) {
            throw new Element(whole.message(), NOTIFICATION, "", null, whole.line(), whole.column()).lacks(IBAN);
        }
        return account;
    }

    private void entryEnds(Element whole) {
        requireRoom();
        lines.addAll(Entry.of(entry, whole).lines(account(whole), detailsOfEntry));
        detailsOfEntry = new ArrayList<>();
    }

    private void requireRoom() {
        if (lines.size() + detailsOfEntry.size() >= MOST_LINES) {
            throw new RefusedException(new CannotReadBankFile.TooLarge(MOST_LINES));
        }
    }

    private void ends(Element whole) {
        messageId = header.requiredCode(MESSAGE_ID, whole);
        header.required(CREATED, whole).dayOfTime();
        if (!notified) {
            throw whole.lacks(NOTIFICATION);
        }
    }

    @Override
    public BankFile result() {
        return new BankFile(BankFile.Kind.CAMT_054, messageId, lines, List.of());
    }
}
