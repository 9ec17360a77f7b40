package jp.yakuba.exchange.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * Write an office down with which documents are exchanged; see {@link PeerView}.
 *
 * @param version version that was read; null for an office that is new
 */
public record WritePeer(
        @NotNull @Pattern(regexp = "[0-9]{6}") String code,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 500) @Pattern(regexp = "https://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?") String address,
        @NotNull Set<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String> services,
        @Min(1024) @Max(2_147_483_648L) long mostBytes,
        @Min(1) @Max(100_000) int perMinute,
        Long version) {
    public WritePeer {
        services = Set.copyOf(services);
    }
}
