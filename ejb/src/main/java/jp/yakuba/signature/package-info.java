/**
 * Electronic signatures (電子署名): the office's key, whom it trusts, time stamps, and signing and checking of PDF, of XML and of files in a container.
 *
 * <p>Who signs asks {@link jp.yakuba.signature.api.SigningMeans} for the hand that may sign now; the key itself never leaves this domain. What is
 * signed, kept and shown, and when a time stamp is due, is the matter of those who use it. Nobody outside is asked but the time stamp service.
 */
@Domain(japanese = "電子署名", storey = Domain.Storey.FOUNDATION, uses = {})
package jp.yakuba.signature;

import jp.yakuba.house.Domain;
