package org.onemap.code;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.onemap.InvalidInput;

/**
 * Mints codes. A number that was ever given, retired ones included, is never given again, and numbers are never put in a new order: the
 * next one is above the highest. Only when things are coded for the first time are they numbered in reading order, 从西向东、由北至南.
 * Immutable and thread-safe.
 */
public final class CodeNumbers {

    /** From this share of used numbers on, a mint warns. */
    public static final double ALARM = 0.8;

    private final CodeScheme scheme;

    private CodeNumbers(CodeScheme scheme) {
        this.scheme = scheme;
    }

    /**
     * The numbers of a scheme.
     *
     * @throws InvalidInput if its last segment is no sequence
     */
    public static CodeNumbers of(CodeScheme scheme) {
        boolean counts = !scheme.isTemplate()
                && scheme.segments().get(scheme.segments().size() - 1).role() == CodeSegment.Role.SEQUENCE;
        if (!counts) {
            throw new InvalidInput("codes of scheme " + scheme.id() + " " + scheme.name()
                    + " do not end in a number that could be given; choose a scheme whose last field is a 顺序码");
        }
        return new CodeNumbers(scheme);
    }

    /**
     * The next free codes.
     *
     * @param prefix all segments but the last, for instance the community of a grid
     * @param given all codes that were ever given
     * @param count how many
     * @throws InvalidInput if the prefix does not fit the scheme or the numbers run out
     */
    public Minted next(String prefix, Collection<String> given, int count) {
        requirePrefix(prefix);
        CodeSegment last = sequence();
        int highest = last.first() - 1;
        int used = 0;
        for (String code : given) {
            if (code.startsWith(prefix) && scheme.check(code).isEmpty()) {
                highest = Math.max(highest, Integer.parseInt(code.substring(prefix.length())));
                used++;
            }
        }
        int end = last.first() + last.capacity();
        if (highest + count >= end) {
            throw new InvalidInput(prefix + " has no " + count + " numbers left: " + highest + " is given, the last is "
                    + (end - 1) + "; divide the parent, or code under another one (编码已用尽)");
        }
        int from = highest + 1;
        List<String> codes = IntStream.range(from, from + count)
                .mapToObj(number -> prefix + String.format("%0" + last.digits() + "d", number))
                .toList();
        return new Minted(codes, used + count, highest + count - last.first() + 1, last.capacity());
    }

    /**
     * How full each parent is.
     *
     * @param given all codes that were ever given; what does not follow the scheme is passed over
     * @return everything before the number, to what is gone of its numbers; no new codes
     */
    public Map<String, Minted> fill(Collection<String> given) {
        CodeSegment last = sequence();
        Map<String, Minted> fill = new TreeMap<>();
        for (String code : given) {
            if (scheme.check(code).isEmpty() && code.length() == scheme.length()) {
                int number = Integer.parseInt(code.substring(code.length() - last.digits()));
                Minted one = new Minted(List.of(), 1, Math.max(0, number - last.first() + 1), last.capacity());
                fill.merge(code.substring(0, code.length() - last.digits()), one, CodeNumbers::together);
            }
        }
        return fill;
    }

    private static Minted together(Minted a, Minted b) {
        return new Minted(List.of(), a.used() + b.used(), Math.max(a.consumed(), b.consumed()), a.capacity());
    }

    /**
     * Which of several schemes the codes of a layer follow. Codes of one length fit more than one (6+2+2+6 and 6+2+3+5); numbers
     * are given one after the other, so read by the wrong scheme they leave gaps.
     *
     * @param schemes that end in a number, the likelier first where the codes do not tell
     * @param given all codes that were ever given
     * @return the scheme that most of the codes fit; a later one of the same fit only if it leaves less than half the numbers
     *     gone; empty if none fits any
     */
    public static Optional<CodeScheme> findFollowed(List<CodeScheme> schemes, Collection<String> given) {
        CodeScheme found = null;
        long most = 0;
        long least = 0;
        for (CodeScheme scheme : schemes) {
            long fitting = 0;
            long gone = 0;
            for (Minted one : of(scheme).fill(given).values()) {
                fitting += one.used();
                gone += one.consumed();
            }
            if (fitting > most || (fitting == most && fitting > 0 && gone < least / 2)) {
                found = scheme;
                most = fitting;
                least = gone;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * The first coding: things in reading order, rows of a height from north to south, in a row from west to east.
     *
     * @param things to be coded
     * @param east of a thing, any unit
     * @param north of a thing, the same unit
     * @param row height of a row, the same unit
     * @return the things in the order of their numbers
     */
    public static <T> List<T> firstOrder(
            List<T> things, ToDoubleFunction<T> east, ToDoubleFunction<T> north, double row) {
        return things.stream()
                .sorted(Comparator.<T>comparingDouble(thing -> -Math.floor(north.applyAsDouble(thing) / row))
                        .thenComparingDouble(east)
                        .thenComparingDouble(thing -> -north.applyAsDouble(thing)))
                .toList();
    }

    private CodeSegment sequence() {
        return scheme.segments().get(scheme.segments().size() - 1);
    }

    private void requirePrefix(String prefix) {
        CodeSegment last = sequence();
        String sample = prefix + String.format("%0" + last.digits() + "d", last.first());
        Optional<CodeFault> fault = scheme.check(sample);
        if (fault.isPresent() || sample.length() != scheme.length()) {
            throw new InvalidInput("'" + prefix + "' cannot stand before a " + last.name() + " of scheme " + scheme.id()
                    + ", which needs " + (scheme.length() - last.digits()) + " characters"
                    + fault.map(one -> ": " + one.message()).orElse(""));
        }
    }

    /**
     * New codes and how full their parent is.
     *
     * @param codes ascending
     * @param used how many codes of the parent were given, these included
     * @param consumed how many numbers are gone, gaps included: numbers are not given below the highest
     * @param capacity how many numbers the parent has
     */
    public record Minted(List<String> codes, int used, int consumed, int capacity) {

        public Minted {
            codes = List.copyOf(codes);
        }

        /** Whether four fifths of the numbers are gone. */
        public boolean isAlarm() {
            return consumed >= ALARM * capacity;
        }
    }
}
