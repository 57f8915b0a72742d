package ma.riaya.welfare.aidrequest;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a document is not kept, or not shown. */
sealed interface CannotKeep extends Refusal {

    /** The bytes are none of the forms that are kept, whatever the name or the header says. */
    record DocumentFormUnknown() implements CannotKeep {
        @Override
        public String code() {
            return "document-form-unknown";
        }

        @Override
        public int status() {
            return 422;
        }
    }

    record DocumentTooLarge(int megabytes) implements CannotKeep {
        @Override
        public String code() {
            return "document-too-large";
        }

        @Override
        public int status() {
            return 422;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("megabytes", megabytes);
        }
    }

    /** A file of more pages than anybody reads is handed in as fewer documents. */
    record TooManyDocuments(int most) implements CannotKeep {
        @Override
        public String code() {
            return "documents-too-many";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("most", String.valueOf(most));
        }
    }

    /** {@code Content-Disposition} names no file, or one that is no name. */
    record DocumentNameMalformed(int most) implements CannotKeep {
        @Override
        public String code() {
            return "document-name-malformed";
        }

        @Override
        public int status() {
            return 400;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("most", String.valueOf(most));
        }
    }

    record DocumentUnknown(UUID document) implements CannotKeep {
        @Override
        public String code() {
            return "document-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("document", document.toString());
        }
    }
}
