/**
 * Questions between offices (照会・回答): this office asks many others with a form and a day and collects the answers in a table;
 * others ask this one, and it answers on their form.
 *
 * <p>An inquiry: written → drafted (起案) → sent when it was decided → closed. An answer that comes again takes the place of the earlier one.
 * What others ask: arrived as a record → answered on the form, part by part → drafted → sent.
 *
 * <p>Front doors: {@link jp.yakuba.inquiry.api.InquiryDesk} and {@link jp.yakuba.inquiry.api.AnsweringDesk}. Both letters travel as
 * services of the exchange, {@code inquiry} and {@code inquiry-answer}.
 */
@Domain(japanese = "照会・回答", storey = Domain.Storey.SQUARE, uses = {"audit", "document", "exchange", "notification", "organization", "resident"})
package jp.yakuba.inquiry;

import jp.yakuba.house.Domain;
