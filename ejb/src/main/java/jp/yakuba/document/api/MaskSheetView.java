package jp.yakuba.document.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A sheet of masks over one file of a record.
 *
 * @param id its id
 * @param version its version
 * @param recordId the record
 * @param original SHA-256 of the file
 * @param purpose what it is for
 * @param state where it stands
 * @param follows the sheet whose masks it began with; null for none
 * @param pages the pages on which masks can lie
 * @param masks the masks in the order of their places
 * @param hands who did what with it
 * @param digest SHA-256 over sheet and masks; null until it is fixed
 * @param holds false if sheet or masks are not what was fixed
 * @param copy the copy that is given
 * @param rights what the reader may do
 */
public record MaskSheetView(UUID id, long version, UUID recordId, String original, String purpose, MaskState state, UUID follows,
        List<PageSize> pages, List<MaskView> masks, Hands hands, String digest, boolean holds, Copy copy, Rights rights) {
    /** The size of a page as it is shown, in points. */
    public record PageSize(double width, double height) {}

    /**
     * Who did what with a sheet.
     *
     * @param begunBy who began it
     * @param begunAt when
     * @param proposedBy who handed it to a second person; null if nobody did
     * @param returnedFor why it was given back; null if it was not
     * @param fixedBy who fixed it; null if nobody did
     * @param fixedAt when
     */
    public record Hands(String begunBy, Instant begunAt, String proposedBy, String returnedFor, String fixedBy, Instant fixedAt) {}

    /**
     * The copy that is given.
     *
     * @param state whether it is there
     * @param sha256 SHA-256 of it; null if it is not there
     * @param size its size
     * @param reason the end of the message key {@code document.rendition.<reason>} that says why there is none; null if nothing is in the way
     * @param orderedBy who asked for it first
     * @param finishedAt since when it is there
     */
    public record Copy(MaskCopyState state, String sha256, long size, String reason, String orderedBy, Instant finishedAt) {
        /** What nobody asked for. */
        public static final Copy NONE = new Copy(MaskCopyState.NONE, null, 0, null, null, null);
    }

    /**
     * What the reader may do.
     *
     * @param work prepares sheets over files of this record
     * @param fix may fix this one, as somebody who had no hand in it
     */
    public record Rights(boolean work, boolean fix) {}

    /** What people wrote on it. */
    public List<String> words() {
        var all = new ArrayList<>(Arrays.asList(purpose, hands.returnedFor()));
        masks.forEach(mask -> all.add(mask.reason()));
        return all;
    }

    /** The same with these words instead. */
    public MaskSheetView withWords(Iterator<String> words) {
        var what = words.next();
        var returned = words.next();
        var written = masks.stream().map(mask -> mask.withReason(words.next())).toList();
        var same = new Hands(hands.begunBy(), hands.begunAt(), hands.proposedBy(), returned, hands.fixedBy(), hands.fixedAt());
        return new MaskSheetView(id, version, recordId, original, what, state, follows, pages, written, same, digest, holds, copy, rights);
    }
}
