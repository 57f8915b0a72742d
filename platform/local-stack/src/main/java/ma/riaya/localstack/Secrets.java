package ma.riaya.localstack;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Passwords and keys of one home: a folder for each part, in it a file for each property, readable by its owner only.
 * Each is made once; one that was made and is gone is never replaced, since what it encrypted would be lost in silence.
 */
final class Secrets {

    static final String DB_PASSWORD = "riaya.db.password";
    static final String DB_OWNER_PASSWORD = "riaya.db.owner.password";
    static final String KEYSET = "riaya.keyset";
    static final String BLIND_INDEX_KEY = "riaya.blind-index.key";
    static final String CLIENT_SECRET = "riaya.oidc.client-secret";
    static final String SUPERUSER_PASSWORD = "superuser.password";
    static final String ADMIN_PASSWORD = "admin.password";

    private static final int KEY_BYTES = 32;

    private final Path root;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path root) {
        this.root = root;
    }

    /** Makes those that this home does not have yet. */
    void ensure() {
        Set<String> made = made();
        ensure(made, Part.POSTGRES, SUPERUSER_PASSWORD, this::password);
        ensure(made, Part.KEYCLOAK, DB_PASSWORD, this::password);
        ensure(made, Part.KEYCLOAK, ADMIN_PASSWORD, this::password);
        for (Part part : Part.values()) {
            if (part.isService()) {
                ensure(made, part, DB_PASSWORD, this::password);
                ensure(made, part, DB_OWNER_PASSWORD, this::password);
            }
        }
        ensure(made, Part.BENEFICIARY, CLIENT_SECRET, this::password);
        ensure(made, Part.BENEFICIARY, KEYSET, Secrets::keyset);
        ensure(made, Part.BENEFICIARY, BLIND_INDEX_KEY, this::key);
        ensure(made, Part.WELFARE, KEYSET, Secrets::keyset);
    }

    String read(Part part, String property) {
        try {
            return Files.readString(folder(part).resolve(property));
        } catch (NoSuchFileException e) {
            throw new StackFault("The stack has not made its secrets yet: run ./riaya up first.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(Part part) {
        return root.resolve(part.id());
    }

    private void ensure(Set<String> made, Part part, String property, Supplier<String> value) {
        Path file = folder(part).resolve(property);
        String entry = part.id() + "/" + property;
        if (Files.exists(file)) {
            return;
        }
        if (made.contains(entry)) {
            throw new StackFault("The secret " + file + " has been removed and the data cannot be read without it: "
                    + "put it back from a copy, or begin again with ./riaya reset.");
        }
        try {
            createFolder(root);
            createFolder(folder(part));
            write(file, value.get());
            Files.writeString(ledger(), entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ledger() {
        return root.resolve("made");
    }

    private Set<String> made() {
        try {
            return Files.exists(ledger()) ? new HashSet<>(Files.readAllLines(ledger())) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Never readable by others, not even while it is being written, and never half there. */
    private static void write(Path file, String value) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, value, StandardOpenOption.DSYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private String key() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private byte[] bytes() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String keyset() {
        try {
            AeadConfig.register();
            KeysetHandle handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no AES-GCM", e);
        }
    }
}
