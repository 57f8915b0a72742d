package ma.riaya.welfare.payment;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import ma.riaya.kit.problem.RefusedException;
import ma.riaya.welfare.encryption.FieldCipher;
import ma.riaya.welfare.payment.bankfile.CreditTransferFile;
import ma.riaya.welfare.payment.bankfile.Transfer;
import ma.riaya.welfare.payment.bankfile.TransferOrder;
import org.jdbi.v3.core.Jdbi;

/** The files for the bank: made once, at the release, and kept with their bytes. */
@Singleton
class PaymentFiles {

    private final Jdbi jdbi;
    private final PaymentBook payments;
    private final OwnAccount own;
    private final FieldCipher cipher;

    PaymentFiles(Jdbi jdbi, PaymentBook payments, OwnAccount own, FieldCipher cipher) {
        this.jdbi = jdbi;
        this.payments = payments;
        this.own = own;
        this.cipher = cipher;
    }

    /** Makes the file of a batch released at that instant, and keeps it; answers its SHA-256. */
    byte[] make(Batch batch, Instant releasedAt) {
        List<Transfer> transfers =
                payments.payables(batch.id()).stream().map(this::transfer).toList();
        byte[] file = CreditTransferFile.write(new TransferOrder(batch.number(), releasedAt, own.debtor(), transfers));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO payment_file (batch, content) VALUES (:batch, :content)")
                .bind("batch", batch.id())
                .bind("content", cipher.encrypt(compressed(file), content(batch.id())))
                .execute());
        return sha256(file);
    }

    private Transfer transfer(PaymentBook.Payable one) {
        try {
            return new Transfer(one.endToEndId(), one.amount().amount(), one.holder(), payments.accountOf(one));
        } catch (FieldCipher.NotOurs sealed) {
            throw new RefusedException(new CannotPay.AccountUnreadable(one.id()));
        }
    }

    /** The very bytes that were released, checked against their hash. */
    byte[] read(Batch batch) {
        byte[] sealed =
                jdbi.withHandle(handle -> handle.createQuery("SELECT content FROM payment_file WHERE batch = :batch")
                        .bind("batch", batch.id())
                        .mapTo(byte[].class)
                        .one());
        byte[] file = expanded(cipher.decrypt(sealed, content(batch.id())));
        if (!BatchBook.hex(sha256(file)).equals(batch.contentSha256())) {
            throw new IllegalStateException("the file of batch " + batch.id() + " is not the one that was released");
        }
        return file;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static FieldCipher.Field content(UUID batch) {
        return new FieldCipher.Field("payment_file.content", batch);
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream into = new ByteArrayOutputStream(bytes.length / 4 + 100);
        try (GZIPOutputStream zip = new GZIPOutputStream(into)) {
            zip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return into.toByteArray();
    }

    private static byte[] expanded(byte[] bytes) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return zip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
