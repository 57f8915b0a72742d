package ma.riaya.beneficiary.statistics;

import java.util.Arrays;
import java.util.Optional;

/** What persons are counted by, as the API names it and as the database finds it. */
enum Dimension {
    CATEGORY("category", "c.category"),
    OFFICE("office", "coalesce(p.office, 'NONE')"),
    PROVINCE("province", "coalesce(p.province, 'NONE')"),
    SEX("sex", "p.sex"),
    /** The ages that programmes ask for: 6, 16, 18, 21 and 25 end or begin rights. */
    AGE("age", """
            CASE width_bucket(extract(year FROM age(:asOf, p.birth_date)), ARRAY[6, 16, 18, 21, 25, 40, 60, 75])
                WHEN 0 THEN '00-05' WHEN 1 THEN '06-15' WHEN 2 THEN '16-17' WHEN 3 THEN '18-20' WHEN 4 THEN '21-24'
                WHEN 5 THEN '25-39' WHEN 6 THEN '40-59' WHEN 7 THEN '60-74' ELSE '75+' END""");

    private final String named;
    private final String sql;

    Dimension(String named, String sql) {
        this.named = named;
        this.sql = sql;
    }

    String named() {
        return named;
    }

    String sql() {
        return sql;
    }

    static Optional<Dimension> of(String name) {
        return Arrays.stream(values()).filter(one -> one.named.equals(name)).findFirst();
    }
}
