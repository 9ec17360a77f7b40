package jp.yakuba.exchange.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * A peer announces a message (送信の予告): what it will be, before any of it is sent.
 *
 * @param id the message
 * @param conversation the conversation in which its order is kept
 * @param sequence its place there, from 1
 * @param previous the message of the conversation that must be judged before; null if none need be
 * @param service what it is for; {@code document} for letters
 * @param bytes size of the container
 * @param sha256 hash of the container, 64 hexadecimal digits in small letters
 * @param chunkBytes size of each piece but the last
 * @param chunks hashes of the pieces, in order
 */
public record OpenTransfer(
        @NotNull UUID id,
        @NotNull UUID conversation,
        @Min(1) @Max(1_000_000_000) int sequence,
        UUID previous,
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String service,
        @Min(1) long bytes,
        @NotNull @Pattern(regexp = OpenTransfer.HASH) String sha256,
        @Min(1) @Max(OpenTransfer.LARGEST_CHUNK) int chunkBytes,
        @NotNull @Size(min = 1, max = OpenTransfer.MOST_CHUNKS) List<@NotNull @Pattern(regexp = OpenTransfer.HASH) String> chunks) {
    /** A hash. */
    public static final String HASH = "[0-9a-f]{64}";
    /** Largest piece in bytes. */
    public static final int LARGEST_CHUNK = 8 * 1024 * 1024;
    /** Most pieces of one message. */
    public static final int MOST_CHUNKS = 4096;

    /** A message in one piece. */
    public static OpenTransfer whole(UUID id, Place place, String service, long bytes, String sha256) {
        return new OpenTransfer(id, place.conversation(), place.sequence(), place.previous(), service, bytes, sha256, LARGEST_CHUNK, List.of(sha256));
    }

    /** A place in a conversation. */
    public record Place(UUID conversation, int sequence, UUID previous) {}

    /** True if number and size of the pieces fit the size of the whole. */
    public boolean fits() {
        return (bytes + chunkBytes - 1) / chunkBytes == chunks.size();
    }

    /** Size of a piece in bytes. */
    public int sizeOf(int number) {
        return (int) Math.min(chunkBytes, bytes - (long) number * chunkBytes);
    }
}
