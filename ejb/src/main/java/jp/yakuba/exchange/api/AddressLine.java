package jp.yakuba.exchange.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An office as it stands in the address book (住所録) of another.
 *
 * @param code six digits of 全国地方公共団体コード
 * @param address where its exchange is
 */
public record AddressLine(
        @NotNull @Pattern(regexp = "[0-9]{6}") String code,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Size(max = 500) @Pattern(regexp = AddressLine.ADDRESS) String address) {
    /** An address of an exchange. */
    public static final String ADDRESS = "https://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?";
}
