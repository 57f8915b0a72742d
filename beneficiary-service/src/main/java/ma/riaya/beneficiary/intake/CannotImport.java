package ma.riaya.beneficiary.intake;

import java.util.Map;
import java.util.UUID;
import ma.riaya.beneficiary.person.Source;
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

    /** Columns that another source alone can tell. */
    record ColumnsOfAnother(Source source, String columns) implements CannotImport {
        @Override
        public String code() {
            return "import-columns-of-another-source";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("source", source.name(), "columns", columns);
        }
    }

    /** Nobody's hand is a file. */
    record SourceUnknown() implements CannotImport {
        @Override
        public String code() {
            return "import-source-unknown";
        }
    }

    record NotAWorkbook() implements CannotImport {
        @Override
        public String code() {
            return "import-not-xlsx";
        }
    }

    record WorkbookTooLarge(long megabytes) implements CannotImport {
        @Override
        public String code() {
            return "import-workbook-too-large";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("megabytes", megabytes);
        }
    }

    /** It declares a document type, or is made to fill the memory. */
    record WorkbookUnsafe() implements CannotImport {
        @Override
        public String code() {
            return "import-workbook-unsafe";
        }
    }

    /** It is at its end, so there is nothing to stop. */
    record ImportEnded(ImportJob.State state) implements CannotImport {
        @Override
        public String code() {
            return "import-ended";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("state", state.name());
        }
    }

    /** Only a dry run at its end, once, can be taken in for real. */
    record NotToConfirm() implements CannotImport {
        @Override
        public String code() {
            return "import-not-to-confirm";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    record ImportStillRuns() implements CannotImport {
        @Override
        public String code() {
            return "import-still-runs";
        }

        @Override
        public int status() {
            return 409;
        }

        @Override
        public int retryAfterSeconds() {
            return 2;
        }
    }

    /** What is left out of a file is kept for a month. */
    record ContentGone() implements CannotImport {
        @Override
        public String code() {
            return "import-content-gone";
        }

        @Override
        public int status() {
            return 410;
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
