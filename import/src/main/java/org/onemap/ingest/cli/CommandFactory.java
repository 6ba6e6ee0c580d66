package org.onemap.ingest.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives the commands their console; everything else picocli makes itself. */
record CommandFactory(Console console) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
                return type.cast(constructor.newInstance(console));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
