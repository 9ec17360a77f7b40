package jp.yakuba.account.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Offer a mandate to the owner of a mail address; no procedures named means all. */
public record OfferMandate(
        @NotNull @Size(max = 254) String agentMail,
        @NotNull List<String> procedures,
        @NotNull LocalDate from,
        @NotNull LocalDate until) {}
