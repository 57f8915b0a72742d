package ma.riaya.beneficiary.intake;

import java.util.Map;
import ma.riaya.beneficiary.person.Category;
import ma.riaya.beneficiary.person.Source;
import ma.riaya.kit.problem.Refusal;

/** What is wrong, or doubtful, about one row of a file; what it shares with a person entered by hand has the same name as there. */
sealed interface RowFault extends Refusal {

    @Override
    default int status() {
        return 422;
    }

    record ColumnCount(int expected, int found) implements RowFault {
        @Override
        public String code() {
            return "row-column-count";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("expected", expected, "found", found);
        }
    }

    record FieldMissing(String column) implements RowFault {
        @Override
        public String code() {
            return "row-field-missing";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("column", column);
        }
    }

    /** Too long, of another form, or with a letter lost on the way. */
    record FieldMalformed(String column) implements RowFault {
        @Override
        public String code() {
            return "row-field-malformed";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("column", column);
        }
    }

    /** A character that no text has, named by its number since it cannot be seen. */
    record CharacterRefused(String column, String character, int position) implements RowFault {
        @Override
        public String code() {
            return "row-character-refused";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("column", column, "character", character, "position", position);
        }
    }

    record DateUnreadable(String column) implements RowFault {
        @Override
        public String code() {
            return "row-date-unreadable";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("column", column);
        }
    }

    record CategoryUnknown(int position) implements RowFault {
        @Override
        public String code() {
            return "row-category-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("position", position);
        }
    }

    /** The category is another source's to tell. */
    record CategoryOfAnother(Category category, Source source) implements RowFault {
        @Override
        public String code() {
            return "row-category-of-another-source";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("category", category.name(), "source", source.name());
        }
    }

    /** From here on the file cannot be read. */
    record BrokenOff(int row, long line) implements RowFault {
        @Override
        public String code() {
            return "import-broken-off";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("row", row, "line", line);
        }
    }

    /** A complete file of the source lacks the person. */
    record Absent(Source source) implements RowFault {
        @Override
        public String code() {
            return "absent-from-source";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("source", source.name());
        }
    }

    /** Two lines of one file with one number of identity and two references. */
    record CinRepeated(long firstLine) implements RowFault {
        @Override
        public String code() {
            return "row-cin-repeated";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("firstLine", firstLine);
        }
    }

    /** Two lines of one file with one name, sex and birth date, and two references. */
    record PersonRepeated(long firstLine) implements RowFault {
        @Override
        public String code() {
            return "row-person-repeated";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("firstLine", firstLine);
        }
    }

    record LinkKindUnknown(int position) implements RowFault {
        @Override
        public String code() {
            return "row-link-kind-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("position", position);
        }
    }

    record ReferenceRepeated(long firstLine) implements RowFault {
        @Override
        public String code() {
            return "row-reference-repeated";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("firstLine", firstLine);
        }
    }

    /** A doubt: the RIB is right, its bank is not on the list. */
    record BankUnknown() implements RowFault {
        @Override
        public String code() {
            return "bank-unknown";
        }
    }

    /** A doubt: the link waits until that person is there. */
    record LinkReferenceUnknown(String reference) implements RowFault {
        @Override
        public String code() {
            return "row-link-reference-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("reference", reference);
        }
    }
}
