package ma.riaya.localstack;

import java.nio.file.Path;

/** The Java that runs us runs our children too. */
final class Jvm {

    private Jvm() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
