package ma.riaya.office.territory;

import java.util.Map;
import ma.riaya.kit.problem.Refusal;

/** Why a part of the territory is not answered. */
sealed interface CannotFind extends Refusal {

    @Override
    default int status() {
        return 404;
    }

    record Region(String region) implements CannotFind {
        @Override
        public String code() {
            return "region-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("region", region);
        }
    }

    record Province(String province) implements CannotFind {
        @Override
        public String code() {
            return "province-unknown";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("province", province);
        }
    }

    /** The province is known, and no office serves it. */
    record ServingOffice(String province) implements CannotFind {
        @Override
        public String code() {
            return "province-without-office";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("province", province);
        }
    }
}
