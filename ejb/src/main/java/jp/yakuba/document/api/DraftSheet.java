package jp.yakuba.document.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Everything about a draft on one page.
 *
 * @param version of its row; whoever writes names the one seen
 * @param confidential true if its writers and its route alone read it (秘密文書)
 * @param text words of the latest version
 * @param facts what it says beside
 * @param dossier the file of the plan it names; null if none
 * @param files attachments of the latest version, in order
 * @param versions its versions, first one first
 * @param drafters who writes it
 * @param origins what caused it
 * @param amendedBy drafts that change it
 * @param proposalId its latest proposal; null before, and for whoever is not concerned by its route
 * @param recordId the record it became; null before the decision
 * @param number that record's number
 * @param missing names of the fields without which it cannot be proposed
 * @param history what happened, first step first
 * @param rights what the actor may do
 */
public record DraftSheet(
        UUID id,
        long version,
        String section,
        DraftState state,
        boolean confidential,
        DraftText text,
        DraftFacts facts,
        DossierView dossier,
        List<File> files,
        List<Version> versions,
        List<Drafter> drafters,
        List<Origin> origins,
        List<DraftLine> amendedBy,
        UUID proposalId,
        UUID recordId,
        String number,
        List<String> missing,
        List<RecordEventLine> history,
        Rights rights) {
    /** Words about what caused it, what changes it, and what happened; those of the version itself are not among them. */
    public List<String> wordsAround() {
        var words = new ArrayList<String>();
        origins.forEach(origin -> words.add(origin.words()));
        amendedBy.forEach(line -> words.addAll(line.words()));
        history.forEach(step -> words.addAll(step.facts().values()));
        return words;
    }

    /** The sheet with other words around it, taken in the order of {@link #wordsAround}. */
    public DraftSheet withWordsAround(Iterator<String> words) {
        return new DraftSheet(id, version, section, state, confidential, text, facts, dossier, files, versions, drafters,
                origins.stream().map(origin -> new Origin(origin.kind(), origin.targetId(), words.next())).toList(),
                amendedBy.stream().map(line -> line.withWords(words)).toList(), proposalId, recordId, number, missing,
                history.stream().map(step -> step.withFacts(words)).toList(), rights);
    }


    /** An attachment; office is true if it is of a kind that can be shown as PDF by the converter. */
    public record File(int position, String name, String mediaType, long size, String sha256, boolean office) {}

    /** A version: who wrote it when, and the hash of everything it says. */
    public record Version(int number, String writer, Instant at, String sha256) {}

    /** Somebody who writes it. */
    public record Drafter(UUID staffId, String name, Instant since) {}

    /** What caused it; kind is RECORD, APPLICATION, DRAFT or AMENDED. */
    public record Origin(String kind, UUID targetId, String words) {}

    /**
     * What the actor may do.
     *
     * @param write the next version, and hand it to its route
     * @param answer an objection with another text
     * @param amend change what was decided by a new draft
     * @param bound a part for programs says what title and text say; they are changed where that part is made
     */
    public record Rights(boolean write, boolean answer, boolean amend, boolean bound) {}
}
