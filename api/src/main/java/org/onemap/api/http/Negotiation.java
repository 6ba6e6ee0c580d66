package org.onemap.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onemap.InvalidInput;

/**
 * Chooses the form of an answer (RFC 9110 §12.5.1): {@code f=} if it is there, else the {@code Accept} header, else the
 * first form offered. Among equals the earlier offer wins, so that {@code *}{@code /*} gets JSON.
 */
final class Negotiation {

    private Negotiation() {}

    /**
     * The form to answer in.
     *
     * @throws InvalidInput if {@code f} names none of the offers
     * @throws HttpFailure 406 if {@code Accept} admits none of them
     */
    static Representation choose(Optional<String> format, Optional<String> accept, List<Representation> offers) {
        if (format.isPresent()) {
            return offers.stream()
                    .filter(offer -> offer.isNamed(format.get()))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidInput("no format '" + format.get() + "' here; f is one of " + tokens(offers)));
        }
        if (accept.isEmpty() || accept.get().isBlank()) {
            return offers.get(0);
        }
        Representation best = null;
        double bestQuality = 0;
        for (Representation offer : offers) {
            double quality = quality(offer, accept.get());
            if (quality > bestQuality) {
                best = offer;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw new HttpFailure(
                    ProblemKind.NOT_ACCEPTABLE,
                    "nothing here for Accept: " + accept.get() + "; there are "
                            + offers.stream().map(Representation::mediaType).toList());
        }
        return best;
    }

    /** The quality that the most specific matching range gives this form. */
    private static double quality(Representation offer, String accept) {
        int bestFit = 0;
        double quality = 0;
        for (String part : accept.split(",", 64)) {
            String[] pieces = part.split(";", 16);
            int fit = offer.fit(pieces[0].trim().toLowerCase(Locale.ROOT), parameter(pieces, "version"));
            if (fit > bestFit) {
                bestFit = fit;
                quality = weight(pieces);
            }
        }
        return quality;
    }

    private static String parameter(String[] pieces, String name) {
        for (int i = 1; i < pieces.length; i++) {
            String parameter = pieces[i].trim();
            if (parameter.toLowerCase(Locale.ROOT).startsWith(name + "=")) {
                return parameter.substring(name.length() + 1).replace("\"", "").trim();
            }
        }
        return "";
    }

    /** The {@code q} among the parameters of a range or coding; 1 where none is given, 0 where it is no number. */
    static double weight(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            String parameter = pieces[i].trim();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2).trim());
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }

    private static String tokens(List<Representation> offers) {
        return String.join(", ", offers.stream().map(Representation::token).toList());
    }
}
