package org.onemap.ingest.edit;

import java.util.ArrayList;
import java.util.List;
import org.onemap.InvalidInput;
import org.onemap.division.life.SignOff;
import org.onemap.store.ChangeSet;
import org.onemap.store.ChangeSetRequest;
import org.onemap.store.ChangeSetWriter;
import org.onemap.store.ReadView;
import org.onemap.store.Store;

/** The signatures under drafts: community, office, district, in this order. Confined to one thread. */
public final class Signatures {

    private final Store store;

    /** The signatures of this store. */
    public Signatures(Store store) {
        this.store = store;
    }

    /** Those under a draft, in the order of their levels. */
    public List<SignOff> under(long draft) {
        try (ReadView view = store.read()) {
            List<SignOff> given = new ArrayList<>();
            new StoreReading(view).forEach(SignOff.LAYER.name(), row -> {
                SignOff signature = SignOff.of(row);
                if (signature.draft() == draft) {
                    given.add(signature);
                }
            });
            given.sort((a, b) -> Integer.compare(SignOff.LEVELS.indexOf(a.level()), SignOff.LEVELS.indexOf(b.level())));
            return given;
        }
    }

    /**
     * Adds a signature.
     *
     * @throws InvalidInput if the draft is no draft any more, or the level signs out of turn
     */
    public void sign(SignOff signature) {
        try (ReadView view = store.read()) {
            ChangeSet draft = view.getChangeSet(signature.draft());
            if (draft.state() != ChangeSet.State.DRAFT) {
                throw new InvalidInput("change set " + draft.number() + " is no draft any more but " + draft.state()
                        + ": there is nothing to sign");
            }
        }
        signature.requireTurn(under(signature.draft()));
        try (ChangeSetWriter writer = store.begin(new ChangeSetRequest(
                ChangeSet.Kind.EDIT,
                signature.person(),
                ChangeSetRequest.Effective.today(),
                signature.level() + "会签草案 " + signature.draft()))) {
            writer.load(SignOff.LAYER, ChangeSetWriter.Mode.UPSERT);
            writer.put(signature.toContent());
            writer.finishLayer();
            writer.commit();
        }
    }

    /**
     * Who accepts a draft, as its record is to say it: with the levels that have not signed.
     *
     * @param author the name of who accepts it
     */
    public String recorded(long draft, String author) {
        List<String> missing = SignOff.missing(under(draft));
        return missing.isEmpty() ? author : author + "（未经" + String.join("、", missing) + "会签）";
    }

    /**
     * Refuses a draft that not all levels have signed.
     *
     * @throws InvalidInput naming the levels that are missing
     */
    public void requireComplete(long draft) {
        List<String> missing = SignOff.missing(under(draft));
        if (!missing.isEmpty()) {
            throw new InvalidInput("draft " + draft + " is not signed by " + String.join("、", missing)
                    + " yet; 'onemap division sign " + draft + " --level " + missing.get(0) + " --by NAME' signs it");
        }
    }
}
