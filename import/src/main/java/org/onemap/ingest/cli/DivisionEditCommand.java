package org.onemap.ingest.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.OnemapException;
import org.onemap.division.life.DivisionEditor;
import org.onemap.division.life.DivisionKey;
import org.onemap.ingest.checkup.DraftCheck;
import org.onemap.ingest.edit.EditDraft;
import org.onemap.ingest.edit.LineageReading;
import org.onemap.ingest.edit.Signatures;
import org.onemap.ingest.edit.StoreReading;
import org.onemap.store.ChangeSet;
import org.onemap.store.ReadView;
import org.onemap.store.Store;
import picocli.CommandLine.Option;

/** What the edits of divisions have in common beside being drafts. */
abstract class DivisionEditCommand extends DraftingCommand {

    @Option(names = "--level", paramLabel = "L", description = "Level of the code, where several have it.")
    private @Nullable String level;

    @Option(names = "--register", paramLabel = "FILE.html", description = "Write the 网格划分登记表 there.")
    private @Nullable Path register;

    private Function<String, Optional<String>> fate = code -> Optional.empty();

    DivisionEditCommand(Console console) {
        super(console);
    }

    /** Does the edit and says in a few words what it was. */
    abstract String edit(DivisionEditor editor, Store store);

    @Override
    final ChangeSet write(Store store) {
        String[] said = {""};
        fate = code -> {
            try (ReadView view = store.read()) {
                return LineageReading.fate(view, code);
            }
        };
        ChangeSet draft = new EditDraft(store).write(author(), note(), editor -> said[0] = edit(editor, store));
        say("draft " + draft.number() + ": " + said[0]);
        return draft;
    }

    @Override
    final String accepts(Store store, ChangeSet made) {
        DraftCheck check = DraftCheckCommand.check(store, made.number());
        say("  " + check.summary());
        if (!check.added().isEmpty()) {
            store.undo(made.number(), author());
            check.require(made.number());
        }
        return new Signatures(store).recorded(made.number(), author());
    }

    @Override
    final void finish(Store store, ChangeSet result) {
        if (register != null) {
            DivisionDrafts.writeRegister(store, result.number(), register, new Signatures(store));
            say("  register: " + register);
        }
    }

    final DivisionKey key(DivisionEditor editor, String code) {
        try {
            return StoreReading.key(editor.rows(), code, Optional.ofNullable(level));
        } catch (NotFound e) {
            throw fate.apply(code).<OnemapException>map(InvalidInput::new).orElse(e);
        }
    }
}
