/**
 * Procedures shared between towns (手続きの共有): what one town has written for its catalogue, another looks at, takes over as a draft of its own, and
 * compares with what the first one writes later.
 *
 * <p>A procedure of another office: offered → taken over, with its origin → newer there, or withdrawn there. What is taken over is never live:
 * the form is a working copy, the facts fill the page of an author.
 *
 * <p>Front door: {@link jp.yakuba.share.api.SharedProcedureDesk}. It travels as the publication {@code procedure-catalogue} of the exchange.
 */
@Domain(japanese = "手続きの共有", storey = Domain.Storey.SQUARE, uses = {"application", "audit", "exchange", "organization"})
package jp.yakuba.share;

import jp.yakuba.house.Domain;
