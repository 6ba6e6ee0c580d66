package org.onemap.ingest.check;

import java.util.Optional;

/** The form of division codes. */
final class DivisionCodes {

    private DivisionCodes() {}

    static Optional<String> fault(String layer, String code) {
        return code.matches("[0-9]{6,20}")
                ? Optional.empty()
                : Optional.of("code '" + code + "' is not made of digits");
    }
}
