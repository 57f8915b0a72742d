package ma.riaya.beneficiary.intake;

import static ma.riaya.beneficiary.intake.RegistryCsv.idOf;
import static ma.riaya.beneficiary.intake.RegistryCsv.reference;
import static ma.riaya.beneficiary.intake.RegistryCsv.rib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ma.riaya.testkit.As;
import ma.riaya.testkit.Persona;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Files as they come: workbooks, Windows-1256, semicolons, headers in three languages, digits and dates of all kinds. */
@QuarkusTest
class ImportFormsApiTest {

    private static final String FRENCH =
            "Référence;Nom (arabe);Prénom (arabe);Nom;Prénom;Sexe;Date de naissance;Date de décès;Catégories;Pensions;RIB";

    @Test
    void windows1256WithSemicolonsAndFrenchHeadersIsRead() throws SQLException {
        String reference = reference();
        String account = rib();
        String text = FRENCH + "\r\n" + reference
                + ";العلوي;فاطمة الزهراء;EL ALAOUI;Fatima Zahra;Féminin;04/05/1960;;WIDOWED_SPOUSE:2019-02-03/;\"2019-03-01/:1850,50\";"
                + account + "\r\n";
        JsonPath job =
                ImportFile.send(text.getBytes(Charset.forName("windows-1256")), "text/csv", "?source=PENSION_FUND");
        assertThat(job.getInt("created"))
                .as(() -> ImportFile.lines(job, "").extract().asString())
                .isEqualTo(1);
        assertThat(job.getString("encoding")).isEqualTo("WINDOWS_1256");
        assertThat(job.getString("separator")).isEqualTo("SEMICOLON");
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("familyNameAr", equalTo("العلوي"))
                .body("birthDate", equalTo("1960-05-04"))
                .body("pension.amount", equalTo("1850.50"))
                .body("account.iban", equalTo("MA64" + account));
    }

    @Test
    void arabicHeadersAndArabicIndicDigitsAreRead() throws SQLException {
        String reference = reference();
        String text =
                "المرجع\tالاسم العائلي\tالاسم الشخصي\tالاسم العائلي باللاتينية\tالاسم الشخصي باللاتينية\tالجنس\tتاريخ الإزدياد\tرقم التأجير\tالبطاقة الوطنية\n"
                        + reference + "\tالصقلي\tعبد الله\tSKALLI\tAbdellah\tذكر\t٠٤/٠٥/١٩٦٠\t١٤٨٢٩٩\tU١٤٢٣٣٧\n";
        JsonPath job = ImportFile.sendWell(text, "?source=HR");
        assertThat(job.getString("separator")).isEqualTo("TAB");
        As.user(Persona.LATIFA)
                .header("Riaya-Purpose", "REGISTRY_MAINTENANCE")
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("birthDate", equalTo("1960-05-04"))
                .body("matricule", equalTo("148299"))
                .body("sex", equalTo("M"))
                .body("cin", equalTo("U142337"));
    }

    @Test
    void aWorkbookIsReadWithItsDatesAsSheetsKeepThem() throws IOException, SQLException {
        String reference = reference();
        String other = reference();
        byte[] file = workbook(sheet -> {
            List<String> header = List.of(
                    "Référence",
                    "Nom (arabe)",
                    "Prénom (arabe)",
                    "Nom",
                    "Prénom",
                    "Sexe",
                    "Date de naissance",
                    "Matricule");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, reference);
            sheet.value(1, 1, "الفاسي");
            sheet.value(1, 2, "مريم");
            sheet.value(1, 3, "EL FASSI");
            sheet.value(1, 4, "Meriem");
            sheet.value(1, 5, "F");
            sheet.value(1, 6, LocalDate.of(1971, 12, 31));
            sheet.style(1, 6).format("dd/mm/yyyy").set();
            sheet.value(1, 7, 902_177);
            // A blank row, and then a date that lost its format: the number of its day.
            sheet.value(3, 0, other);
            sheet.value(3, 1, "الفاسي");
            sheet.value(3, 2, "نادية");
            sheet.value(3, 3, "EL FASSI");
            sheet.value(3, 4, "Nadia");
            sheet.value(3, 5, "F");
            sheet.value(3, 6, 26_298);
        });
        JsonPath job = ImportFile.send(file, Upload.XLSX, "?source=HR");
        assertThat(job.getInt("created"))
                .as(() -> ImportFile.lines(job, "").extract().asString())
                .isEqualTo(2);
        assertThat(job.getString("format")).isEqualTo("XLSX");
        As.user(Persona.LATIFA)
                .get("/v1/persons/" + idOf(reference))
                .then()
                .body("birthDate", equalTo("1971-12-31"))
                .body("matricule", equalTo("902177"));
        As.user(Persona.LATIFA).get("/v1/persons/" + idOf(other)).then().body("birthDate", equalTo("1971-12-31"));
        ImportFile.rows(job, "created").body("items.line", equalTo(List.of(2, 4)));
    }

    /** The part that says how cells are written may be left out: a day is then the number of the day. */
    @Test
    void aWorkbookWithoutStylesIsTaken() throws IOException, SQLException {
        String reference = reference();
        byte[] file = workbook(sheet -> {
            List<String> names = List.of(
                    "reference",
                    "family_name_ar",
                    "given_name_ar",
                    "family_name_latin",
                    "given_name_latin",
                    "sex",
                    "birth_date");
            List<String> values = List.of(reference, "الزموري", "وفاء", "ZEMMOURI", "Ouafae", "F");
            for (int i = 0; i < names.size(); i++) {
                sheet.value(0, i, names.get(i));
            }
            for (int i = 0; i < values.size(); i++) {
                sheet.value(1, i, values.get(i));
            }
            sheet.value(1, 6, 26_298);
        });
        JsonPath job = ImportFile.send(without(file, "xl/styles.xml"), Upload.XLSX, "?source=HR");
        assertThat(job.getInt("created"))
                .as(() -> ImportFile.lines(job, "").extract().asString())
                .isEqualTo(1);
        As.user(Persona.LATIFA).get("/v1/persons/" + idOf(reference)).then().body("birthDate", equalTo("1971-12-31"));
    }

    private static byte[] without(byte[] file, String part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(file).get();
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                if (!entry.getName().equals(part)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatIsNoWorkbookOrAHarmfulOneIsRefusedByName() throws IOException {
        refused("no zip at all".getBytes(StandardCharsets.UTF_8), "import-not-xlsx");
        refused(zip("hello.txt", "not a workbook".getBytes(StandardCharsets.UTF_8), 1), "import-not-xlsx");
        refused(zip("xl/worksheets/sheet1.xml", new byte[1 << 20], 700), "import-workbook-too-large");
        refused(zip("xl/sharedStrings.xml", new byte[1 << 20], 65), "import-workbook-too-large");
        refused(
                zip(
                        "xl/workbook.xml",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>"
                                .getBytes(StandardCharsets.UTF_8),
                        1),
                "import-workbook-unsafe");
        refused(
                zip(
                        "xl/worksheets/sheet1.xml",
                        "<row r=\"1\"><c r=\"ZZZZZZ1\"/></row>".getBytes(StandardCharsets.UTF_8),
                        1),
                "import-workbook-unsafe");
    }

    @Test
    void aDamagedUtf8FileIsNotTakenForWindows1256() {
        byte[] text =
                (FRENCH + "\nA;العلوي;فاطمة;EL ALAOUI;Fatima;F;1960-05-04;;;;\n").getBytes(StandardCharsets.UTF_8);
        byte[] damaged = text.clone();
        damaged[damaged.length - 3] = (byte) 0xff;
        ImportFile.post(damaged, "text/csv", "?source=PENSION_FUND")
                .statusCode(422)
                .body("code", equalTo("import-not-utf8"))
                .body("parameters.line", equalTo(2));
    }

    private static void refused(byte[] file, String code) {
        ImportFile.post(file, Upload.XLSX, "?source=HR").statusCode(422).body("code", equalTo(code));
    }

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("1"));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
