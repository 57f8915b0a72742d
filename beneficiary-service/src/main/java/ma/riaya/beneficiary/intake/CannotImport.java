package ma.riaya.beneficiary.intake;

import java.util.Map;
import java.util.UUID;
import ma.riaya.kit.problem.Refusal;

/** Why a whole file is not taken; nothing of it was written. */
sealed interface CannotImport extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record NotUtf8(long line) implements CannotImport {
        @Override
        public String code() {
            return "import-not-utf8";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line);
        }
    }

    record ColumnsMissing(String columns) implements CannotImport {
        @Override
        public String code() {
            return "import-columns-missing";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("columns", columns);
        }
    }

    /** Columns that are not known, or come twice. */
    record ColumnsUnknown(int count) implements CannotImport {
        @Override
        public String code() {
            return "import-columns-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("count", count);
        }
    }

    record NotCsv(long line) implements CannotImport {
        @Override
        public String code() {
            return "import-not-csv";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("line", line);
        }
    }

    record ImportUnknown(UUID job) implements CannotImport {
        @Override
        public String code() {
            return "import-unknown";
        }

        @Override
        public int status() {
            return 404;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("import", job.toString());
        }
    }
}
